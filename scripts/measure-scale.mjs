// `npm run measure:scale`: what one call, one refresh and one authentication cost here, with cookies and with a store, on the built product
// and a real redis-server. The figures feed `npm run simulate`; they are of this machine and this moment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { Agent, fetch } from 'undici';
import { answers, freePorts } from './servers.mjs';

const authentications = 10;
const rounds = { warmUp: 3_000, calls: 6_000, refreshes: 600, keyrings: 100 };
const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-scale-'));
const started = [];
const start = (command, args, environment = {}) => {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  started.push(child);
  return child;
};
const show = (number, digits = 0) => number.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const say = (what, figure) => console.log(`  ${what.padEnd(66)}${figure}`);

try {
  const [sandboxPort, redisPort, cookiePort, storePort] = await freePorts(4);
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  const settings = (port, more = {}) => ({
    PORT: String(port),
    PODIO_CLIENT_ID: 'sandbox',
    PODIO_CLIENT_SECRET: 'sandbox-secret',
    PODIO_API_URL: sandbox,
    PODIO_AUTHORIZE_URL: `${sandbox}/oauth/authorize`,
    COOKIE_SECRETS: 'a secret of this measurement and of no other',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    ...more,
  });
  start(process.execPath, [resolve('dist/server/sandbox.js')], { SANDBOX_PORT: String(sandboxPort) });
  start('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '']);
  await answers(`${sandbox}/_sandbox`);
  await fetch(`${sandbox}/_sandbox/settings`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rateLimitPerHour: 100_000_000 }),
  });
  console.log(
    `Node ${process.versions.node}, ${show(rounds.calls)} calls and ${show(rounds.refreshes)} refreshes each, after ${show(rounds.warmUp)} calls`,
  );

  const cookies = start(process.execPath, [resolve('dist/server/main.js')], settings(cookiePort));
  await measure('Keyrings in cookies', cookies, cookiePort);

  const redisUrl = `redis://127.0.0.1:${redisPort}`;
  const stored = start(process.execPath, [resolve('dist/server/main.js')], settings(storePort, { REDIS_URL: redisUrl }));
  const redis = new Redis(redisUrl);
  await measure('Keyrings in Redis', stored, storePort, redis);
  redis.disconnect();
} finally {
  for (const child of started) if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function measure(title, server, port, redis) {
  await answers(`http://127.0.0.1:${port}/readyz`);
  console.log(`\n${title}`);
  const browser = createBrowser(port);
  for (let n = 0; n < authentications; n++) await browser.signIn(22120 + n);
  const id = 'app-22120';
  const call = () => browser.send('GET', `/keyring/${id}/api/item/app/22120/count`);
  await repeat(rounds.warmUp, 16, call);
  say('cookies that a call carries, bytes', show(browser.cookieBytes(id)));

  const calls = await costOf(server, redis, () => repeat(rounds.calls, 16, call), rounds.calls);
  say('processor time of a call, ms', show(calls.cpuMs, 2));
  const refresh = () => browser.send('POST', `/keyring/${id}/refresh`);
  const refreshes = await costOf(server, redis, () => repeat(rounds.refreshes, 1, refresh), rounds.refreshes);
  say('processor time of a refresh, ms', show(refreshes.cpuMs, 2));
  if (redis) {
    say('commands to the store for a call', show(calls.commands, 2));
    say('commands to the store for a refresh', show(refreshes.commands, 2));
    say('processor time of the store for a command of a call, µs', show(calls.storeUs, 1));
    const before = await figure(redis, 'memory', 'used_memory');
    const others = Array.from({ length: rounds.keyrings }, () => createBrowser(port));
    for (const other of others) for (let n = 0; n < authentications; n++) await other.signIn(22120 + n);
    const bytes = ((await figure(redis, 'memory', 'used_memory')) - before) / (rounds.keyrings * authentications);
    say(`memory of the store for an authentication (${authentications} a keyring), bytes`, show(bytes));
  } else {
    for (let n = authentications; n < 60; n++) await browser.signIn(22120 + n);
    say('cookies that a call carries with sixty held, bytes', show(browser.cookieBytes(id)));
  }
  say(
    'resident memory of the instance, MB',
    show(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024),
  );
}

/** Processor time of the server, and what the store was asked meanwhile, for one of `count`. */
async function costOf(server, redis, work, count) {
  const commandsBefore = redis ? await commandCount(redis) : 0;
  const storeBefore = redis ? await storeCpu(redis) : 0;
  const before = cpuMs(server);
  await work();
  const cpu = (cpuMs(server) - before) / count;
  if (!redis) return { cpuMs: cpu };
  const storeUs = (await storeCpu(redis)) - storeBefore;
  const commands = (await commandCount(redis)) - commandsBefore;
  return { cpuMs: cpu, commands: commands / count, storeUs: storeUs / commands };
}

/** User and system time of a process, in ms (proc(5): fields 14 and 15, in ticks of 10 ms). */
function cpuMs({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function figure(redis, section, name) {
  return Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(await redis.info(section))?.[1]);
}

/** Microseconds. */
async function storeCpu(redis) {
  return ((await figure(redis, 'cpu', 'used_cpu_user')) + (await figure(redis, 'cpu', 'used_cpu_sys'))) * 1e6;
}

/** All commands but those of this measurement; what a script calls counts as well. */
async function commandCount(redis) {
  const lines = (await redis.info('commandstats')).matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm);
  return [...lines].filter(([, name]) => name !== 'info').reduce((sum, [, , calls]) => sum + Number(calls), 0);
}

async function repeat(count, atOnce, work) {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Cookies by path, and the headers that a page of ours sends. */
function createBrowser(port) {
  const origin = `http://localhost:${port}`;
  const dispatcher = new Agent({ connections: 32 });
  const jar = new Map();
  const cookieFor = (path) =>
    [...jar]
      .filter(([key]) => path === key.split(' ')[0] || path.startsWith(key.split(' ')[0].replace(/\/?$/, '/')))
      .map(([, pair]) => pair)
      .join('; ');
  async function send(method, path, json) {
    const headers = {
      cookie: cookieFor(path),
      origin,
      'sec-fetch-site': 'same-origin',
      ...(json && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${origin}${path}`, { method, dispatcher, headers, ...(json && { body: JSON.stringify(json) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split('; ', 1);
      jar.set(`${/; Path=([^;]+)/.exec(line)?.[1]} ${pair.split('=', 1)}`, pair);
    }
  }
  return {
    send,
    signIn: (appId) => send('POST', '/auth/app', { appId, appToken: `sandbox-app-token-${appId}` }),
    cookieBytes: (id) => cookieFor(`/keyring/${id}/api/`).length,
  };
}
