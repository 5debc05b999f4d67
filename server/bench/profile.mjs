// `node server/bench/profile.mjs`: where the processor time of a proxied call goes. Writes bench-results/*.cpuprofile, for the browser's developer
// tools, and prints what part each module of the server takes, and the functions that take most of it themselves.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare } from './install.mjs';

const folder = fileURLToPath(new URL('../../bench-results/', import.meta.url));
const calls = 40_000;

async function record() {
  const { contender, startOurs } = await import('./contestants.mjs');
  const { startUpstream } = await import('./upstream-process.mjs');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.cpuprofile')) rmSync(folder + name);
  const upstream = await startUpstream();
  const ours = await startOurs(upstream, ['--cpu-prof', '--cpu-prof-interval=100', `--cpu-prof-dir=${folder}`]);
  const { load } = await contender(ours, upstream);
  await load.run((begun) => begun < calls);
  await load.close();
  await ours.stop();
  await upstream.stop();
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  return JSON.parse(readFileSync(folder + name, 'utf8'));
}

/** Line numbers of a bundled file at which each of its modules begins, as the bundler marks them. */
const regions = new Map();
function regionsOf(url) {
  if (!regions.has(url)) {
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
    regions.set(
      url,
      lines.flatMap((line, at) => {
        const module = /^\/\/ ((?:server|node_modules)\/\S+)$/.exec(line)?.[1];
        return module ? [{ at, module }] : [];
      }),
    );
  }
  return regions.get(url);
}

/** Whose code it is: a package, a module of the server, Node, or the operating system behind it. */
function owner({ functionName, url, lineNumber }) {
  if (['writev', 'writeLatin1String', 'writeBuffer', 'writeUtf8String'].includes(functionName)) return 'system calls that write';
  if (functionName.startsWith('(')) return functionName;
  if (url.startsWith('node:') || url === '') return 'Node (http, net, streams)';
  if (url.startsWith('wasm:')) return 'undici (parser)';
  if (!url.startsWith('file:')) return 'Node (http, net, streams)';
  const module = regionsOf(url).findLast(({ at }) => at <= lineNumber)?.module ?? url;
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module;
}

function shares(profile, name) {
  const { nodes, samples, timeDeltas } = profile;
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName === '(idle)' ? undefined : name(callFrame)]));
  const times = new Map();
  let total = 0;
  for (let at = Math.floor(samples.length / 2); at < samples.length; at++) {
    const key = names.get(samples[at]); // the first half warms up
    if (key === undefined) continue;
    times.set(key, (times.get(key) ?? 0) + timeDeltas[at]);
    total += timeDeltas[at];
  }
  return [...times].toSorted(([, a], [, b]) => b - a).map(([key, time]) => [key, (time / total) * 100]);
}

function print(title, rows) {
  process.stdout.write(`\n${title}\n`);
  for (const [key, share] of rows) process.stdout.write(`${share.toFixed(1).padStart(5)} %  ${key}\n`);
}

prepare();
const profile = await record();
print('By module', shares(profile, owner).slice(0, 25));
print('By function', shares(profile, (frame) => `${frame.functionName || '(anonymous)'} – ${owner(frame)}`).slice(0, 40));
