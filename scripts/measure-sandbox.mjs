// `npm run measure:sandbox`: how long the built sandbox takes to start, and to filter, sort and page the 1,204 items of Bugs.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/server/sandbox-index.js', import.meta.url).href;
const script = fileURLToPath(import.meta.url);
const runs = 10;

/** Milliseconds on the clock, and milliseconds of processor time, which other programs on the machine disturb less. */
async function timed(work) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: performance.now() - started, cpu: (user + system) / 1000 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const summary = (times) => ({ clock: median(times.map(({ clock }) => clock)), cpu: median(times.map(({ cpu }) => cpu)) });

/** In a process of its own: loading the module, the first start, and starts after it. */
async function measureStart() {
  const load = await timed(() => import(entry));
  const { startSandbox } = load.result;
  const first = await timed(() => startSandbox());
  const later = [];
  const running = [first.result];
  for (let run = 0; run < runs; run += 1) {
    const start = await timed(() => startSandbox());
    running.push(start.result);
    later.push(start);
  }
  for (const sandbox of running) await sandbox.close();
  process.stdout.write(JSON.stringify({ load: summary([load]), first: summary([first]), later: summary(later) }));
}

const lists = {
  'no filter': {},
  'filter and sort, one item': { filters: { status: [1, 2], progress: { from: 10 } }, sort_by: 'amount', limit: 1 },
  'filter by an option': { filters: { status: [1] } },
  'filter by bounds, sort by money': { filters: { progress: { from: 10, to: 60 } }, sort_by: 'amount' },
  'filter by words, sort by a calculation': { filters: { description: 'safari' }, sort_by: 'amount-per-day', sort_desc: false },
  'sort by title, last page': { sort_by: 'title', offset: 1170 },
  'filter and sort by date, 500 items': { filters: { due: { from: '2020-01-01' } }, sort_by: 'due', limit: 500 },
};

/** From another process, as clients do: from sending the request to the last byte of the answer, which is not parsed. */
async function measureLists() {
  const server = fork(script, ['serve']);
  const [url] = await once(server, 'message');
  const post = (path, body, headers = {}) =>
    fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const credentials = { grant_type: 'app', app_id: 22119, app_token: 'sandbox-app-token-22119' };
  const tokens = await post('/oauth/token/v2', { ...credentials, client_id: 'sandbox', client_secret: 'sandbox-secret' });
  const authorization = `OAuth2 ${(await tokens.json()).access_token}`;
  const call = async (body) => {
    const answer = await post('/item/app/22119/filter/', body, { authorization });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  for (const [name, body] of Object.entries(lists)) {
    await post('/_sandbox/advance', { seconds: 3600 }); // another hour, another 250 heavy calls
    const first = await timed(() => call(body));
    const times = [];
    for (let run = 0; run < 10 * runs; run += 1) times.push(await timed(() => call(body)));
    const kilobytes = Math.round(first.result / 1000);
    print(
      name,
      median(times.map(({ clock }) => clock)),
      `median of ${times.length}; the first ${first.clock.toFixed(1)} ms; ${kilobytes} kB`,
    );
  }
  server.kill();
}

function print(name, milliseconds, note) {
  console.log(`${name.padEnd(40)} ${milliseconds.toFixed(1).padStart(7)} ms   ${note}`);
}

if (process.argv[2] === 'start') await measureStart();
else if (process.argv[2] === 'serve') {
  const { startSandbox } = await import(entry);
  process.send((await startSandbox({ settings: { rateLimitPerHour: 1_000_000_000 } })).url);
} else {
  const starts = Array.from({ length: runs }, () =>
    JSON.parse(spawnSync(process.execPath, [script, 'start'], { encoding: 'utf8' }).stdout),
  );
  for (const [part, name] of Object.entries({ load: 'import', first: 'first startSandbox() of a process', later: 'later ones' })) {
    const { clock, cpu } = summary(starts.map((start) => start[part]));
    print(name, clock, `${cpu.toFixed(1)} ms of processor time; median of ${runs} processes`);
  }
  await measureLists();
}
