import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

  it('build an image from what the context holds', () => {
    const allowed: string[] = read('.dockerignore').match(/(?<=^!).*/gm) ?? [];
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((source) => source !== '.' && !allowed.includes(source))).toEqual([]);
    expect(allowed).toEqual(expect.arrayContaining(['server', 'web', 'scripts', 'vite.config.ts', 'package-lock.json']));
  });
});

describe('npm run simulate', () => {
  const simulate = (...flags: string[]) => {
    const script = `${import.meta.dirname}/../../scripts/simulate.mjs`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--browsers', '2000', ...flags], { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const tokenRequests = ({ output }: { output: string }) =>
    number(output.replaceAll(/(?<=\d),(?=\d{3})/g, ''), /Token requests a day: +(\d+)/);

  it('gives the same figures for the same seed, and others for another', () => {
    const first = simulate();
    expect(first.status).toBe(0);
    expect(simulate().output).toBe(first.output);
    expect(tokenRequests(simulate('--seed', '2'))).not.toBe(tokenRequests(first));
  });

  it('refreshes a token that ended, and no other', () => {
    const everybodyOnce = ['--authentications', '1', '--used-per-stretch', '1', '--active-share', '1', '--stretches', '4'];
    // Whoever worked the day before still has a token of a hundred hours; 1.8 % did not.
    expect(tokenRequests(simulate(...everybodyOnce, '--access-token-hours', '100'))).toBeLessThan(2000 * 0.04);
    // A token of eight hours ends overnight, and lasts for most of a day.
    const aDay = tokenRequests(simulate(...everybodyOnce, '--access-token-hours', '8'));
    expect(aDay).toBeGreaterThan(2000 * 0.95);
    expect(aDay).toBeLessThan(2000 * 1.6);
  });

  it('gives the figures that docs/scale.md cites', () => {
    const { output } = simulate('--browsers', '10000');
    expect(read('docs/scale.md')).toContain(output.slice(output.indexOf('Calls a day')).trimEnd());
  });

  it('says which parameter is no number', () => {
    expect(simulate('--seed', 'one')).toEqual({ status: 1, output: '--seed is "one": give a number.\n' });
  });
});
