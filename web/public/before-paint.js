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

// What the page asks for first is asked for while the app is still on its way, which takes the answers: web/api/ahead.ts.
globalThis.podioKeyringAhead = new Map();
const sendAhead = (method, url, body, init) => {
  const controller = new AbortController();
  const sent = { controller, at: Date.now(), started: performance.now() };
  sent.answer = fetch(url, { method, body, credentials: 'same-origin', cache: 'no-store', signal: controller.signal, ...init }).then(
    async (response) => ({ response, bytes: new Uint8Array(await response.arrayBuffer()) }),
  );
  sent.answer.catch(() => undefined); // whoever takes it says so
  globalThis.podioKeyringAhead?.set(`${method} ${url} ${body ?? ''}`, sent);
  return sent.answer;
};
if (/^\/(as\/|authentications$|compare$)/.test(location.pathname)) {
  const [, who, inAddress] = /^\/as\/((?:user|app)-[1-9]\d{0,15})(?:\/apps\/([1-9]\d{0,15})\/items)?\/?$/.exec(location.pathname) ?? [];
  const app = inAddress ?? (who?.startsWith('app-') ? who.slice(4) : undefined);
  const askForRows = () => {
    // Another order or page than the first is left to the app, and so is everything once that is there.
    if (!app || location.search || !globalThis.podioKeyringAhead) return;
    const api = `/keyring/${who}/api`;
    sendAhead('GET', `${api}/app/${app}`, undefined, { redirect: 'manual' });
    const filter = JSON.stringify({ limit: 30, offset: 0 });
    sendAhead('POST', `${api}/item/app/${app}/filter/`, filter, { redirect: 'manual', headers: { 'content-type': 'application/json' } });
  };
  const holds = ({ response, bytes }) =>
    response.ok && JSON.parse(new TextDecoder().decode(bytes)).authentications.some(({ id }) => id === who);

  // The server says with the page whether this browser holds them, where it knows at once; else who acted here before is held still, as a rule.
  // Nobody else is asked for: it would be refused.
  const said = performance.getEntriesByType('navigation')[0]?.serverTiming?.map(({ name }) => name) ?? [];
  const isHeld = said.includes('held') || (!said.includes('not-held') && (remembered('keyring:used') ?? '').includes(`"${who}"`));
  const keyring = sendAhead('GET', '/keyring');
  const asked = isHeld ? Promise.resolve(askForRows()) : keyring.then((answer) => holds(answer) && askForRows());
  // The first formatters make the browser read all it knows of languages, a tenth of a second on a telephone: while it waits anyway.
  const readLanguages = () => [new Intl.NumberFormat(language), new Intl.DateTimeFormat(language), new Intl.PluralRules(language)];
  asked.catch(Object).then(() => setTimeout(readLanguages)); // what went wrong the app says
}
