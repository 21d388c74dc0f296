/** Light or dark as the reader chose it, before anything is drawn. Without a choice the page follows the system. */
try {
  const chosen = localStorage.getItem('assay-scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
} catch {
  // No storage for pages from disk in some browsers: the system decides.
}
