import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { TestRedis } from '../keyring/redis/testing.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { readSettings } from '../settings.ts';
import { helpText, readArguments } from './arguments.ts';
import { examine, type Finding } from './doctor.ts';
import { flagOf, settingsList } from './settings-list.ts';

describe('the command line', () => {
  it('has a flag for each setting that the server reads', () => {
    const source = readFileSync(`${import.meta.dirname}/../settings.ts`, 'utf8');
    const read = new Set([...source.matchAll(/environment\.\w+(?:<\w+>)?\('([A-Z_]+)'/g)].map(([, name]) => name));
    expect(read.size).toBeGreaterThan(10);
    const known = settingsList.map(([variable]) => variable);
    expect([...read].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    for (const variable of known) expect(helpText()).toContain(`--${flagOf(variable)} `);
  });

  it('takes settings before or after a command', () => {
    expect(readArguments(['--port', '4000', 'start', '--public-url=https://k.example'])).toEqual({
      run: 'start',
      settings: { PORT: '4000', PUBLIC_URL: 'https://k.example' },
    });
    expect(readArguments([])).toEqual({ run: 'start', settings: {} });
    expect(readArguments(['sandbox', '--port', '4001'])).toMatchObject({ run: 'sandbox', settings: { SANDBOX_PORT: '4001' } });
  });

  it.each([[['--prot', '1']], [['fly']], [['sandbox', 'twice']], [['--port']]])('says what is wrong with %j', (args) => {
    expect(readArguments(args)).toEqual({ wrong: expect.stringMatching(/\w/) });
  });
});

describe('the doctor', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const settings = (more: Record<string, string> = {}) =>
    readSettings({
      PODIO_CLIENT_ID: 'sandbox',
      PODIO_CLIENT_SECRET: 'sandbox-secret',
      PODIO_API_URL: sandbox.url,
      PODIO_AUTHORIZE_URL: `${sandbox.url}/oauth/authorize`,
      COOKIE_SECRETS: 'a secret of the tests that is long enough',
      ...more,
    });
  const findings = async (more?: Record<string, string>) => {
    const found: Record<string, Finding> = {};
    for await (const finding of examine(settings(more))) found[finding.step] = finding;
    return found;
  };

  it('finds nothing wrong with what is right, and signs nobody in', async () => {
    const found = await findings();
    expect(Object.values(found).filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(Object.keys(found)).toEqual(['Settings', 'Address', 'Reaching Podio', 'Clock', 'Client id and secret', 'Redirect domain']);
  });

  it('names a wrong secret, and a domain that is not registered', async () => {
    const found = await findings({ PODIO_CLIENT_SECRET: 'wrong' });
    expect(found['Client id and secret']).toMatchObject({ verdict: 'wrong', words: expect.stringContaining('podio.com/settings/api') });
    const elsewhere = await findings({ PUBLIC_URL: 'https://keyring.example.com' });
    expect(elsewhere['Redirect domain']).toMatchObject({
      verdict: 'wrong',
      words: expect.stringContaining('Register the domain keyring.example.com'),
    });
  });

  it('names an address where nothing answers', async () => {
    const found = await findings({ PODIO_API_URL: 'http://127.0.0.1:9' });
    expect(found['Reaching Podio']).toMatchObject({ verdict: 'wrong', words: expect.stringContaining('PODIO_API_URL') });
  });

  it('names a clock that is off', async () => {
    const { createServer: createHttp } = await import('node:http');
    const server = createHttp((_request, response) => response.setHeader('date', new Date(Date.now() - 600_000).toUTCString()).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const found = await findings({ PODIO_API_URL: `http://127.0.0.1:${port}` });
    expect(found.Clock).toMatchObject({ verdict: 'wrong', words: expect.stringMatching(/(?:599|600|601) seconds ahead/) });
  });

  it('asks the store whether it answers, lets us in, and keeps what it has', async () => {
    const [open, locked] = [await TestRedis.start('maxmemory-policy allkeys-lru'), await TestRedis.start('requirepass the-password')];
    onTestFinished(async () => {
      await Promise.all([open.close(), locked.close()]);
    });
    const store = async (url: string) => (await findings({ REDIS_URL: url })).Store;
    expect(await store(open.url)).toMatchObject({ verdict: 'warning', words: expect.stringContaining('noeviction') });
    await open.client.config('SET', 'maxmemory-policy', 'noeviction');
    expect(await store(open.url)).toMatchObject({ verdict: 'ok' });
    expect(await store(locked.url)).toMatchObject({ verdict: 'wrong', words: expect.stringContaining('asks for a password') });
    await locked.end();
    expect(await store(locked.url)).toMatchObject({ verdict: 'wrong', words: expect.stringContaining('ENOENT') });
    expect((await findings()).Store).toBeUndefined();
  });
});
