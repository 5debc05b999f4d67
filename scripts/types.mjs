// The declarations that the package ships: those that its entries reach, with the extension that every resolver knows.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = 'dist/types';
rmSync(folder, { recursive: true, force: true });
const compiler = ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.types.json'];
const { status } = spawnSync(process.execPath, compiler, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const reached = new Set();
const relative = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)\.tsx?(['"])/g;

function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, , path] of text.matchAll(relative)) reach(join(dirname(file), `${path}.d.ts`));
  writeFileSync(file, text.replace(relative, '$1$2.js$3'));
}
for (const { types } of Object.values(exports)) if (types) reach(join(types));

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !reached.has(path)) rmSync(path);
}
