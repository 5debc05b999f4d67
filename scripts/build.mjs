// `npm run build`: the web app, the server and the package's entry with Vite; its types with TypeScript where that is installed
// (a production install leaves it out, and nothing at run time needs them).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (script, ...args) => {
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
if (existsSync('node_modules/typescript/bin/tsc')) run('typescript/bin/tsc', '-p', 'server', '--outDir', 'dist/types');
