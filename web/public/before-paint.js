// Before the first paint, so that the page never flashes in another theme or language. The policy forbids inline script.
const { dataset } = document.currentScript; // the languages that were built, each with the address of its words
const remembered = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden: what the system and the browser prefer it is
  }
};

const theme = remembered('keyring:theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

const wanted = [remembered('keyring:language') ?? '', ...navigator.languages].map((tag) => tag.split('-', 1)[0]);
const language = wanted.find((tag) => Object.hasOwn(dataset, tag)) ?? 'en';
document.documentElement.lang = language;

// What this page is made of comes along with the app, not after it.
const preload = (href) => {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
};
if (dataset[language]) preload(dataset[language]);
for (const [paths, files] of JSON.parse(dataset.screens || '[]')) if (new RegExp(paths).test(location.pathname)) files.forEach(preload);
