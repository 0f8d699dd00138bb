// The screen came drawn: its scripts follow once it is shown, so that they do not hold it up on a slow line.
(() => {
  // A script that was only parsed would not run: each tag is made anew, and none holds up a touch for long.
  const start = () => {
    const { children } = document.querySelector('template[data-scripts]').content;
    for (const tag of children) setTimeout(() => document.head.append(made(tag)));
  };
  const made = ({ localName, attributes }) => {
    const element = document.createElement(localName);
    for (const { name, value } of attributes) element.setAttribute(name, value);
    // In the order of the page: the last of them would run all the others in its own turn.
    if (element instanceof HTMLScriptElement) element.async = false;
    return element;
  };
  // Numbers and dates are written by what takes a slow phone a tenth of a second to load, once: aside, while scripts come.
  new Worker('/load-formats.js');
  if (document.hidden) start();
  else requestAnimationFrame(() => setTimeout(start));
})();
