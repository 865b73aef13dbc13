// Runs before anything is painted: the reader's last choice of colours, where the browser keeps such things for files.
(() => {
  const root = document.documentElement;
  root.classList.add('scripted');
  try {
    const theme = localStorage.getItem('worldmodel-theme');
    if (theme === 'dark' || theme === 'light') { root.dataset.theme = theme; }
  } catch { /* No storage: the system's preference stays. */ }
})();
