(function () {
  var scheme = null;
  var language = null;
  try {
    scheme = localStorage.getItem('suimon.colour-scheme');
    language = localStorage.getItem('suimon.language');
  } catch { /* storage may be refused; the defaults below hold */ }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language === 'ja' || language === 'en') document.documentElement.lang = language;
})();
