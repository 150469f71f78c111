// Runs before the first paint, so that somebody who chose another scheme than the system's is
// not flashed with the wrong one. A file of its own: the content policy allows no inline script.
(() => {
  try {
    const chosen = localStorage.getItem('spinemed.scheme');
    const dark =
      chosen === 'dark' ||
      (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  } catch {
    // Storage may be forbidden; the system's scheme is right then.
  }
})();
