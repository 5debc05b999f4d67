import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { settingsList } from './settings-list.ts';

const read = (file: string) => readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8');
const nginx = read('deploy/nginx.conf');
const caddy = read('deploy/Caddyfile');
const unit = read('deploy/podio-keyring@.service');
const compose = read('compose.yaml');
const dockerfile = read('Dockerfile');

/** The number in a file that a pattern captures. */
function number(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing matches ${pattern}`);
  return Number(found);
}

describe('the files for a deployment', () => {
  it('name settings that the server reads, and no others', () => {
    const known = [...settingsList.map(([variable]) => variable), 'NODE_ENV'];
    const ofCompose = /environment:\n((?: {4}[A-Z_]+: .*\n)+)/.exec(compose)?.[1]?.match(/^ {4}[A-Z_]+/gm) ?? [];
    const ofImage = /^ENV (.*)$/m.exec(dockerfile)?.[1]?.match(/[A-Z_]+(?==)/g) ?? [];
    const ofUnit = /^Environment=(.*)$/m.exec(unit)?.[1]?.match(/[A-Z_]+(?==)/g) ?? [];
    const named = [...ofCompose, ...ofImage, ...ofUnit].map((name) => name.trim());
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('wait longer than the server does: for its turn, a refresh and Podio, and for what is in flight when it stops', () => {
    const { podioHeadersMs, tokenRequestMs, drainMs } = defaultLimits;
    const longestCallSeconds = (2 * podioHeadersMs + tokenRequestMs) / 1000;
    expect(number(nginx, /proxy_read_timeout (\d+)s/)).toBeGreaterThan(longestCallSeconds);
    expect(number(caddy, /response_header_timeout (\d+)s/)).toBeGreaterThan(longestCallSeconds);
    expect(number(unit, /TimeoutStopSec=(\d+)/) * 1000).toBeGreaterThan(drainMs);
    expect(number(compose, /stop_grace_period: (\d+)s/) * 1000).toBeGreaterThan(drainMs);
    expect(number(unit, /LimitNOFILE=(\d+)/)).toBeGreaterThan(defaultLimits.clientConnections + 1_000);
  });

  it('let through what sixty authentications need of a header, each way', () => {
    expect(number(nginx, /large_client_header_buffers \d+ (\d+)k/)).toBe(32); // as the server takes it
    expect(number(caddy, /max_header_size (\d+)KB/)).toBe(32);
    expect(number(nginx, /proxy_buffer_size (\d+)k/)).toBeGreaterThanOrEqual(16);
    expect(number(caddy, /max_response_header (\d+)KB/)).toBeGreaterThanOrEqual(16);
  });

  it('ask the process in the image whether it lives, with Node alone', async () => {
    const [command = '', ...args] = JSON.parse(/^HEALTHCHECK [^[]*(\[.*\])$/ms.exec(dockerfile)?.[1]?.split('\n')[0] ?? '[]') as string[];
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.statusCode = asked.length === 1 ? 200 : 500;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const run = () =>
      new Promise((resolve) =>
        spawn(command, args, { env: { PATH: process.env.PATH, PORT: String(port) }, stdio: 'inherit' }).on('exit', resolve),
      );
    expect([await run(), await run(), asked]).toEqual([0, 1, ['/healthz', '/healthz']]);
  });

  it('build an image from what the context holds', () => {
    const allowed: string[] = read('.dockerignore').match(/(?<=^!).*/gm) ?? [];
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((source) => source !== '.' && !allowed.includes(source))).toEqual([]);
    expect(allowed).toEqual(expect.arrayContaining(['server', 'web', 'scripts', 'vite.config.ts', 'package-lock.json']));
  });
});

/** A day of some browsers, from the script of that name. */
type SimulateDay = (options: Record<string, number>) => { refreshes: Uint32Array; busy: Float64Array };
const scripts = `${import.meta.dirname}/../../scripts`;
const { simulateDay } = (await import(`${scripts}/simulate/day.mjs`)) as { simulateDay: SimulateDay };

describe('npm run simulate', () => {
  const browsers = 2_000;
  const day = (options: Record<string, number>) => {
    const assumed = { authentications: 1, activeShare: 1, stretches: 4, stretchMinutes: 20, usedPerStretch: 1, zones: 1, seed: 1 };
    return simulateDay({ browsers, ...assumed, lifetimeMinutes: 480, ...options });
  };
  const refreshes = (options: Record<string, number>) => day(options).refreshes.reduce((sum, count) => sum + count, 0);
  const run = (...flags: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${scripts}/simulate.mjs`, ...flags], { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };

  it('gives the same figures for the same seed, and others for another', () => {
    expect(day({ seed: 7 })).toEqual(day({ seed: 7 }));
    expect(day({ seed: 8 })).not.toEqual(day({ seed: 7 }));
  });

  it('refreshes a token that ended, and no other', () => {
    // Whoever worked the day before still has a token of a hundred hours; 1.8 % did not.
    expect(refreshes({ lifetimeMinutes: 6_000 })).toBeLessThan(browsers * 0.04);
    // A token of eight hours ends overnight, and lasts for most of a day.
    const aDay = refreshes({ lifetimeMinutes: 480 });
    expect(aDay).toBeGreaterThan(browsers * 0.95);
    expect(aDay).toBeLessThan(browsers * 1.6);
  });

  it('is busy for as long as the stretches last', () => {
    const minutes = day({}).busy.reduce((sum, count) => sum + count, 0);
    expect(minutes / (browsers * 4 * 20)).toBeCloseTo(1, 1);
  });

  it('gives the figures that docs/scale.md cites', () => {
    const { output } = run('--browsers', '10000');
    expect(read('docs/scale.md')).toContain(output.slice(output.indexOf('Calls a day')).trimEnd());
  });

  it('says which parameter is no number', () => {
    expect(run('--seed', 'one')).toEqual({ status: 1, output: '--seed is "one": give a number.\n' });
  });
});
