import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const root = new URL('../../', import.meta.url);

/** Installs the peers as the lock file names them, unless they are there, and builds what is not built. `tools`: what measures the browser app, too. */
export function prepare({ tools = false } = {}) {
  const marker = new URL(`node_modules/${tools ? 'lighthouse' : 'fastify'}/package.json`, folder);
  const installed = new URL('node_modules/.package-lock.json', folder);
  const fresh = existsSync(marker) && statSync(installed).mtimeMs >= statSync(new URL('package-lock.json', folder)).mtimeMs;
  if (!fresh) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error', ...(tools ? [] : ['--omit=dev'])], folder);
  run(process.execPath, ['scripts/build-if-needed.mjs'], root);
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd: fileURLToPath(cwd),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
