// Before the first paint: "auto" becomes what the machine is set to. Not inline, because the content policy forbids inline scripts.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  if (root.dataset.theme !== 'auto') return;
  apply();
  dark.addEventListener('change', apply);
})();
