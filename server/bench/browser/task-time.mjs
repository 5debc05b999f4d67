import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The most processor time (milliseconds) that one task of the page took while this was done. A long task is told by the clock, which goes on while
 * the machine is busy with something else.
 */
export async function longestProcessorTime(page, work) {
  const path = join(tmpdir(), `podio-keyring-trace-${process.pid}.json`);
  await page.tracing.start({ path, categories: ['toplevel', '__metadata'] });
  await work();
  await page.tracing.stop();
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`))
    .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}
