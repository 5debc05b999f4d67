// Before `npm start` and `npm run sandbox`, and after `npm ci`: build once, and again when a source is newer than the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The peers of the benchmark are no source. */
const skipped = 'node_modules';
const newest = (path) => {
  const stat = statSync(path);
  return stat.isDirectory()
    ? Math.max(
        0,
        ...readdirSync(path)
          .filter((name) => name !== skipped)
          .map((name) => newest(join(path, name))),
      )
    : stat.mtimeMs;
};
const built = 'dist/server/main.js';
const sources = ['web', 'server', 'vite.config.ts', 'package-lock.json'];
const stale = !existsSync(built) || sources.some((path) => newest(path) > statSync(built).mtimeMs);
if (stale) process.exit(spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status ?? 1);
