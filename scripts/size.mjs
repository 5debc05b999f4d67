// `npm run size`: what a browser loads, as it travels (brotli, KB of 1024 bytes; the API client gzip), against what it may be at most.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const KB = 1024;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const web = `${dist}web/`;

/** As it is sent: compressed by the build, where that is worth a file. */
const brotli = (file) =>
  existsSync(`${web}${file}.br`) ? statSync(`${web}${file}.br`).size : brotliCompressSync(readFileSync(web + file)).length;

/** The files that a script imports without being asked to wait for them, itself among them. */
function withImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(web + file, 'utf8');
  for (const [, other] of code.matchAll(/(?:\bimport|\bfrom)\s*["']\.\/([^"']+\.js)["']/g)) withImports(`assets/${other}`, found);
  return found;
}

/** Addresses of screens, and the files that the page names for them. */
function screensInPage(html) {
  return JSON.parse(/data-screens='([^']*)'/.exec(html)[1]).map(([paths, files]) => ({ paths, files: files.map((file) => file.slice(1)) }));
}

/** Fetched ahead of their use by the frame of the console. */
const idleParts = ['SwitcherPopup', 'ConfirmDialog'];

/** All sizes in bytes, each with the bound that fails the build. */
export async function sizes() {
  const html = readFileSync(`${web}index.html`, 'utf8');
  const assets = readdirSync(`${web}assets`).filter((name) => /\.(?:js|css)$/.test(name));
  const entry = /<script type="module"[^>]* src="\/(assets\/[^"]+)"/.exec(html)[1];
  const app = ['before-paint.js', ...withImports(entry)];
  const sum = (files) => files.reduce((total, file) => total + brotli(file), 0);
  const filesAt = (path) =>
    new Set(
      screensInPage(html).flatMap(({ paths, files }) =>
        new RegExp(paths).test(path) ? files.flatMap((file) => [...withImports(file)]) : [],
      ),
    );
  const all = (path) => [...new Set([...app, ...filesAt(path)])];
  const firsts = { signIn: all('/sign-in'), console: all('/as/app-22119') };
  const scripts = assets.filter((name) => name.endsWith('.js')).map((name) => `assets/${name}`);
  const dynamic = new Set(
    scripts.flatMap((file) =>
      [...readFileSync(web + file, 'utf8').matchAll(/\bimport\(\s*[`"']\.\/([^`"']+\.js)[`"']/g)].map(([, to]) => `assets/${to}`),
    ),
  );
  const named = (name) => [...dynamic].find((file) => file.startsWith(`assets/${name}-`));
  /** What the console fetches when it has settled, so that the switcher and the first question open at once. */
  const whenIdle = new Set(idleParts.flatMap((name) => [...withImports(named(name))]).filter((file) => !firsts.console.includes(file)));
  const known = new Set([...firsts.console, ...whenIdle]);
  const further = [...dynamic]
    .filter((file) => !known.has(file) && !firsts.signIn.includes(file))
    .map((file) => ({
      what: `${file.replace(/^assets\/|-[\w-]{8}\.js$/g, '')}, beyond the first console page`,
      bytes: sum([...withImports(file)].filter((one) => !known.has(one))),
      atMost: 25 * KB,
    }));
  return [
    { what: 'JavaScript of the sign-in screen', bytes: sum(firsts.signIn), atMost: 105 * KB },
    { what: 'JavaScript of the first console page', bytes: sum(firsts.console), atMost: 165 * KB },
    { what: 'Switcher and dialogs, fetched when the console has settled', bytes: sum([...whenIdle]), atMost: 55 * KB },
    ...further.toSorted((a, b) => b.bytes - a.bytes),
    { what: 'CSS, all of it', bytes: sum(assets.filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)), atMost: 10 * KB },
    { what: 'The page itself', bytes: brotli('index.html'), atMost: 3 * KB },
    { what: 'The API client for browsers (gzip)', bytes: await apiClient(), atMost: 2 * KB },
  ];
}

/** What a browser loads to talk to the server: the requests, their errors, and the lock around what writes. */
async function apiClient() {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      lib: { entry: `${dist}react/web/api/keyring.js`, formats: ['es'] },
    },
  });
  return gzipSync([bundle].flat()[0].output[0].code, { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await sizes();
  for (const { what, bytes, atMost } of rows)
    console.log(
      `${(bytes / KB).toFixed(1).padStart(7)} KB of ${String(atMost / KB).padStart(3)}  ${what}${bytes > atMost ? '  ← too large' : ''}`,
    );
  process.exit(rows.some(({ bytes, atMost }) => bytes > atMost) ? 1 : 0);
}
