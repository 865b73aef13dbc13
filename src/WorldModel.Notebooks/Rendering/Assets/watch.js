// Only in a site that is written again on every save: when the site's stamp is no longer this page's, load the page anew
// and stay at the cell that was being read, whatever the cells above it have become.
(() => {
  const own = document.currentScript.dataset.stamp;
  const key = `worldmodel-place:${location.pathname}`;
  const storage = action => { try { return action(sessionStorage); } catch { return null; } };
  const top = cell => cell.getBoundingClientRect().top;

  const remember = () => {
    const cell = [...document.querySelectorAll('.cell')].findLast(one => top(one) <= innerHeight / 3);
    const place = cell ? { cell: cell.id, offset: top(cell) } : { offset: scrollY };
    storage(session => session.setItem(key, JSON.stringify(place)));
  };

  const restore = () => {
    const place = JSON.parse(storage(session => session.getItem(key)) ?? 'null');
    storage(session => session.removeItem(key));
    if (!place) { return; }
    const cell = place.cell && document.getElementById(place.cell);
    scrollTo({ top: cell ? scrollY + top(cell) - place.offset : place.offset, behavior: 'instant' });
  };

  const check = () => {
    const script = document.createElement('script');
    script.src = `assets/live.js?n=${Date.now()}`;
    script.onload = () => {
      script.remove();
      if (window.worldModelStamp && window.worldModelStamp !== own) { remember(); location.reload(); }
    };
    // The folder is being replaced at this moment: ask again.
    script.onerror = () => script.remove();
    document.head.append(script);
  };

  history.scrollRestoration = 'manual';
  restore();
  setInterval(check, 1000);
})();
