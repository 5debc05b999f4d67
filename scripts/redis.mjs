// Finds the redis-server that the tests of the store run, or gets one: `node scripts/redis.mjs`.
// Root on Debian or Ubuntu installs it with apt-get; nobody's service is started.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const answers = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

if (!answers() && process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('No redis-server found: trying `apt-get install redis-server`.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'redis-server');
}
if (!answers()) {
  console.error('No redis-server for the tests of the store. Install it: apt-get install redis-server, or brew install redis.');
  process.exit(1);
}
