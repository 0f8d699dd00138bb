// Runs before the first paint, so that a dark page never flashes white. The same key as in src/theme/theme.ts.
(() => {
  const chosen = localStorage.getItem('sodate-colour-scheme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
