// Pages read well without this: it only adds a copy button to code and marks the section being read.
for (const code of document.querySelectorAll('.cell.code > pre.source')) {
  if (!navigator.clipboard) { break; }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
  const frame = document.createElement('div');
  frame.className = 'source-frame';
  code.replaceWith(frame);
  frame.append(code, button);
}

const links = new Map([...document.querySelectorAll('.contents a')].map(link => [link.hash.slice(1), link]));
const headings = [...links.keys()].map(id => document.getElementById(decodeURIComponent(id))).filter(Boolean);
const mark = () => {
  const above = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3);
  const current = above.at(-1)?.id;
  for (const [id, link] of links) {
    link.classList.toggle('current', decodeURIComponent(id) === current);
  }
};
if (headings.length > 0) {
  addEventListener('scroll', mark, { passive: true });
  mark();
}
