// Before the first paint, so that the page never flashes in the other theme. The policy forbids inline script.
try {
  const theme = localStorage.getItem('keyring:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's theme it is.
}
