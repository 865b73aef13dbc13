// Pages read well without this. It adds buttons that copy code, marks the section being read, folds the table of contents
// where the window is narrow, switches the colours, and takes boxes that need no scrolling out of the keyboard's way.
const say = (() => {
  const status = document.createElement('p');
  status.className = 'off-screen';
  status.setAttribute('role', 'status');
  document.body.append(status);
  return text => { status.textContent = ''; setTimeout(() => { status.textContent = text; }, 50); };
})();

// Copying. Not every browser gives a page from a file its clipboard; the older way is to copy a selection.
const copySelection = text => {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'off-screen';
  area.readOnly = true;
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return copied;
};

const copy = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
};

for (const code of document.querySelectorAll('pre.source')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy: ${code.getAttribute('aria-label').toLowerCase()}`);
  button.addEventListener('click', async () => {
    const copied = await copy(code.textContent);
    button.textContent = copied ? 'Copied' : 'Not copied';
    say(copied ? 'Copied.' : 'Not copied: select the code and copy it by hand.');
    setTimeout(() => { button.textContent = 'Copy'; }, 1800);
  });
  const frame = document.createElement('div');
  frame.className = 'source-frame';
  code.replaceWith(frame);
  frame.append(code, button);
}

// Colours.
const root = document.documentElement;
const theme = document.querySelector('.theme');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';
const showTheme = () => theme.setAttribute('aria-pressed', String(isDark()));
theme.hidden = false;
theme.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  try { localStorage.setItem('worldmodel-theme', root.dataset.theme); } catch { /* Then it lasts as long as the page. */ }
  showTheme();
});
prefersDark.addEventListener('change', showTheme);
showTheme();

// The section being read: the last whose heading has passed the upper third, or the last of all at the page's end.
const contents = document.querySelector('.contents');
const links = [...document.querySelectorAll('.contents a')];
const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
let current;
const mark = () => {
  const atEnd = innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0;
  const place = atEnd ? links.length - 1 : headings.findLastIndex(heading => heading.getBoundingClientRect().top < innerHeight / 3);
  if (links[place] === current) { return; }
  current?.removeAttribute('aria-current');
  current = links[place];
  current?.setAttribute('aria-current', 'location');
  const box = contents.querySelector('ol');
  if (current) { box.scrollTop = current.offsetTop - box.clientHeight / 2; }
};
if (links.length > 0) {
  addEventListener('scroll', mark, { passive: true });
  addEventListener('resize', mark);
  mark();
}

const fold = document.querySelector('.fold');
if (fold) {
  const open = isOpen => fold.setAttribute('aria-expanded', String(isOpen));
  fold.hidden = false;
  fold.addEventListener('click', () => open(fold.getAttribute('aria-expanded') !== 'true'));
  contents.addEventListener('keydown', event => {
    if (event.key === 'Escape' && fold.getAttribute('aria-expanded') === 'true') { open(false); fold.focus(); }
  });
  contents.querySelector('ol').addEventListener('click', () => open(false));
}

// A box is a stop for the keyboard only while there is something to scroll in it.
const boxes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1;
    if (scrolls) { target.tabIndex = 0; } else { target.removeAttribute('tabindex'); }
  }
});
for (const box of document.querySelectorAll('main [tabindex="0"][role="group"]')) { boxes.observe(box); }
