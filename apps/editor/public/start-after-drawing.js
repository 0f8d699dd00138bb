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
    return element;
  };
  if (document.hidden) start();
  else requestAnimationFrame(() => setTimeout(start));
})();
