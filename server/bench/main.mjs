// `npm run bench`: what the keyring costs beside what one would build instead. All on loopback, each contestant a process of its own, in turns of a
// tenth of a second; only ratios count, and only processor time. `--rounds 60` looks longer.
import { prepare } from './install.mjs';

const at = process.argv.indexOf('--rounds');
const rounds = at === -1 ? 21 : Number(process.argv[at + 1]);

prepare();
const { startUpstream } = await import('./upstream-process.mjs');
const { measureProxiedCall } = await import('./groups/proxied-call.mjs');
const { measureKeyrings } = await import('./groups/keyrings.mjs');
const { measureStreams } = await import('./groups/streams.mjs');
const { measureStart } = await import('./groups/start.mjs');
const { measureStaticFiles } = await import('./groups/static-files.mjs');
const { writeReport } = await import('./report.mjs');

const upstream = await startUpstream();
const rows = [];
for (const [what, measure] of [
  ['proxied calls', () => measureProxiedCall(upstream, { rounds })],
  // Sixty held cost a call four percent, of which the goal lies one away: in so few rounds as the others have the median moves by two.
  ['keyrings', () => measureKeyrings(upstream, { rounds: 2 * rounds })],
  ['large bodies', () => measureStreams(upstream, { rounds: Math.ceil(rounds / 2) })],
  ['starts', () => measureStart(upstream, { starts: 7 })],
  ['static files', () => measureStaticFiles(upstream, { rounds: Math.ceil(rounds / 5) })],
]) {
  const startedAt = performance.now();
  rows.push(...(await measure()));
  process.stdout.write(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`);
}
await upstream.stop();
writeReport('server', 'What the server costs', rows);
