// `npm run soak`: ten minutes of mixed load with faults, refreshes and sign-outs against the built server, and a look each minute whether its
// memory and its handles stay where they were. `npm run soak -- 2` for two minutes. Ends with 1 where they do not.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLoad } from './soak-load.mjs';

const minutes = Number(process.argv[2] ?? 10);
const mostGrowth = { heap: 12, handles: 24 };
const MiB = 1024 * 1024;

/** Asked over its channel, the server collects garbage and says what it holds. */
const probe = `
  process.on('message', () => {
    gc();
    process.send({ memory: process.memoryUsage(), handles: process.getActiveResourcesInfo().length });
  });
  process.channel.unref();`;

const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
const sandbox = start('sandbox.js', { SANDBOX_PORT: String(sandboxPort) });
const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
const server = start('main.js', {
  PORT: String(port),
  PODIO_API_URL: sandboxUrl,
  PODIO_AUTHORIZE_URL: `${sandboxUrl}/oauth/authorize`,
  PODIO_CLIENT_ID: 'sandbox',
  PODIO_CLIENT_SECRET: 'sandbox-secret',
  COOKIE_SECRETS: 'a secret that the soak uses and nobody else does',
  LOG_LEVEL: 'silent',
});
await Promise.all([ready(`${sandboxUrl}/_sandbox`), ready(`http://127.0.0.1:${port}/readyz`)]);
await control('PATCH', '/settings', { rateLimitPerHour: 10_000_000 });

const seen = new Map();
const samples = [];
console.log('minute  heap MiB  buffers MiB  resident MiB  handles  files  answers');
const stopLoad = startLoad({ port, control, seen });
for (let minute = 1; minute <= minutes; minute += 1) {
  await new Promise((next) => setTimeout(next, 60_000));
  const { memory, handles } = await look();
  const answers = [...seen.values()].reduce((sum, count) => sum + count, 0);
  samples.push({ heap: memory.heapUsed / MiB, handles });
  const columns = [memory.heapUsed / MiB, memory.arrayBuffers / MiB, memory.rss / MiB].map((value) => value.toFixed(1).padStart(9));
  console.log(
    `${String(minute).padStart(6)} ${columns.join('    ')}  ${String(handles).padStart(7)}  ${String(openFiles()).padStart(5)}  ${answers}`,
  );
}
await stopLoad();
await control('DELETE', '');
const rest = await look();
console.log(`\nwithout load: ${(rest.memory.heapUsed / MiB).toFixed(1)} MiB heap, ${rest.handles} handles, ${openFiles()} files`);
console.log(
  `answers: ${[...seen]
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ')}`,
);
const [first, last] = [samples[Math.min(1, samples.length - 1)], samples.at(-1)];
const grown = { heap: last.heap - first.heap, handles: last.handles - first.handles };
const failures = Object.entries(grown).filter(([what, growth]) => growth > mostGrowth[what]);
if (seen.has('internal error')) failures.push(['internal errors', seen.get('internal error')]);
console.log(failures.length === 0 ? 'flat' : `not flat: ${JSON.stringify(Object.fromEntries(failures))}`);
const exits = [server, sandbox].map((child) => new Promise((done) => child.once('exit', done)));
for (const child of [server, sandbox]) child.kill('SIGTERM');
const codes = await Promise.all(exits);
process.exit(failures.length === 0 && codes[0] === 0 ? 0 : 1);

function start(script, environment) {
  const options = ['--expose-gc', `--import=data:text/javascript,${encodeURIComponent(probe)}`];
  return spawn(process.execPath, [...options, resolve('dist/server', script)], {
    cwd: mkdtempSync(join(tmpdir(), 'podio-keyring-soak-')), // no `.env` of the developer's
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function look() {
  return new Promise((answer) => {
    server.once('message', answer);
    server.send('look');
  });
}

/** Sockets included; where there is no /proc, unknown. */
function openFiles() {
  try {
    return readdirSync(`/proc/${server.pid}/fd`).length;
  } catch {
    return '–';
  }
}

async function control(method, path, body) {
  const init = { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) };
  const answer = await fetch(`${sandboxUrl}/_sandbox${path}`, init);
  if (!answer.ok) throw new Error(`the sandbox answers ${answer.status} to ${path}: ${await answer.text()}`);
}

async function ready(url) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(url).catch(() => undefined); // refused: not yet listening
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${url} does not answer`);
}

function freePort() {
  return new Promise((found) => {
    const probing = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probing.address();
      probing.close(() => found(port));
    });
  });
}
