import { describe, expect, it } from 'vitest';
import { buildApp } from './app.ts';
import { cookieNames } from './http/cookies.ts';
import { readSettings, SettingsError } from './settings.ts';

const secret = 'x1'.repeat(16);
const podio = { PODIO_CLIENT_ID: 'acme', PODIO_CLIENT_SECRET: 's3cret', COOKIE_SECRETS: secret, PUBLIC_URL: 'https://keyring.example.com' };

function problems(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('cookies that are not secure', () => {
  it('CK16 cannot be set up: over http only loopback is taken, and no setting leaves out an attribute', () => {
    expect(() => readSettings({ ...podio, PUBLIC_URL: 'http://keyring.example.com' })).toThrow(/PUBLIC_URL/);
    const { keyring, authentication, loginPrefix } = cookieNames(readSettings(podio).mode);
    expect([keyring, loginPrefix].every((name) => name.startsWith('__Host-Http-'))).toBe(true);
    expect(authentication.startsWith('__Secure-')).toBe(true);
  });
});

describe('a token handler without what it needs', () => {
  it.each([{ cookieSecrets: [] }, { publicUrl: 'keyring' }, { apiUrl: '' }])(
    'KY8 serves nothing at all rather than something unprotected: %o',
    async (missing) => {
      await expect(buildApp({ ...readSettings({}), logLevel: 'silent', ...missing })).rejects.toThrow();
    },
  );
});

describe('readSettings', () => {
  it('is the sandbox where nothing is set, with a fresh secret at each start', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      mode: 'sandbox',
      apiUrl: 'http://127.0.0.1:3001',
      authorizeUrl: 'http://127.0.0.1:3001/oauth/authorize',
      publicUrl: 'http://localhost:3000',
      loginMethods: ['authorization_code', 'app', 'password'],
      defaultScope: 'global:all',
      capacity: 60,
      pkce: false,
      logLevel: 'info',
    });
    expect(readSettings({}).cookieSecrets).not.toEqual(settings.cookieSecrets);
  });

  it('is Podio where an API key is set, without the password grant', () => {
    expect(readSettings(podio)).toMatchObject({
      mode: 'podio',
      apiUrl: 'https://api.podio.com',
      authorizeUrl: 'https://podio.com/oauth/authorize',
      publicUrl: 'https://keyring.example.com',
      loginMethods: ['authorization_code', 'app'],
    });
  });

  it('keeps keyrings in a store where one is named, and then holds more', () => {
    for (const REDIS_URL of ['redis://localhost', 'rediss://user:password@redis.example.com:6380/2', '/run/redis/redis.sock'])
      expect(readSettings({ ...podio, REDIS_URL })).toMatchObject({ redisUrl: REDIS_URL, capacity: 500 });
    expect(readSettings({ ...podio, REDIS_URL: 'redis://localhost', KEYRING_CAPACITY: '2000' }).capacity).toBe(2000);
    expect(readSettings(podio)).toMatchObject({ redisUrl: undefined, capacity: 60 });
  });

  it('takes an empty value for an absent one', () => {
    expect(readSettings({ PODIO_CLIENT_ID: '', PORT: ' ', PUBLIC_URL: '' })).toMatchObject({ mode: 'sandbox', port: 3000 });
  });

  it('names every problem at once, each with its variable', () => {
    const found = problems({
      PODIO_CLIENT_ID: 'acme',
      PORT: '70000',
      PUBLIC_URL: 'http://keyring.example.com',
      LOGIN_METHODS: 'app,magic',
      TRUST_PROXY: 'true',
      KEYRING_CAPACITY: '500',
      ALLOWED_REFS: 'user-1,everyone',
      LOG_LEVEL: 'loud',
      PODIO_PKCE: 'yes',
      DEFAULT_SCOPE: 'x'.repeat(101),
      COOKIE_SECRETS: `${secret},short`,
    });
    const variables = [
      'PORT',
      'PUBLIC_URL',
      'PODIO_CLIENT_SECRET',
      'COOKIE_SECRETS',
      'LOGIN_METHODS',
      'ALLOWED_REFS',
      'TRUST_PROXY',
      'DEFAULT_SCOPE',
      'PODIO_PKCE',
      'KEYRING_CAPACITY',
      'LOG_LEVEL',
    ];
    for (const variable of variables) expect(found.some((problem) => problem.startsWith(variable))).toBe(true);
    expect(found).toHaveLength(variables.length);
  });

  it.each([
    [{ ...podio, COOKIE_SECRETS: 'tooshort' }, /^COOKIE_SECRETS: secret 1 has 8 characters/],
    [{ PODIO_CLIENT_SECRET: 's', COOKIE_SECRETS: secret }, /^PODIO_CLIENT_ID is missing/],
    [{ PODIO_CLIENT_ID: 'a', PODIO_CLIENT_SECRET: 's' }, /^COOKIE_SECRETS is missing/],
    [{ PUBLIC_URL: 'https://keyring.example.com' }, /^PUBLIC_URL .* this is the sandbox/],
    [{ PORT: '3001' }, /^SANDBOX_PORT and PORT are both 3001/],
    [{ ...podio, PUBLIC_URL: 'https://keyring.example.com/path' }, /^PUBLIC_URL .* origin only/],
    [{ ...podio, PODIO_API_URL: 'http://api.podio.example' }, /^PODIO_API_URL .* https/],
    [{ ...podio, PODIO_API_URL: 'api' }, /^PODIO_API_URL/],
    [{ REDIS_URL: 'http://localhost' }, /^REDIS_URL/],
    [{ REDIS_URL: 'localhost:6379' }, /^REDIS_URL/],
    [{ COOKIE_SECRETS: ',' }, /^COOKIE_SECRETS holds nothing but commas/],
    [{ LOGIN_METHODS: ' , ' }, /^LOGIN_METHODS holds nothing but commas/],
    [{ ALLOWED_REFS: ',' }, /^ALLOWED_REFS holds nothing but commas/],
    [{ ...podio, PUBLIC_URL: 'https://keyring.example.com/?' }, /^PUBLIC_URL .* origin only/],
    [{ ...podio, PUBLIC_URL: 'https://keyring.example.com#' }, /^PUBLIC_URL .* origin only/],
    [{ ...podio, PODIO_AUTHORIZE_URL: 'https://podio.com/oauth/authorize#top' }, /^PODIO_AUTHORIZE_URL .* fragment/],
    [{ TRUST_PROXY: 'True' }, /^TRUST_PROXY/],
    [{ TRUST_PROXY: '10.0.0.300' }, /^TRUST_PROXY/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY/],
    [{ TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY/],
    [{ TRUST_PROXY: '2,10.0.0.1' }, /^TRUST_PROXY/],
    [{ DEFAULT_SCOPE: 'søg:alt' }, /^DEFAULT_SCOPE/],
  ])('KY4 KY7 refuses %o', (env, expected) => {
    expect(problems(env as unknown as Record<string, string>)).toEqual([expect.stringMatching(expected)]);
  });

  it('KY4 never repeats a secret in what it says', () => {
    expect(problems({ ...podio, COOKIE_SECRETS: 'hunter2' }).join()).not.toContain('hunter2');
    expect(problems({ ...podio, PODIO_API_URL: 'https://me:hunter2@api.podio.com' }).join()).not.toContain('hunter2');
    expect(problems({ ...podio, PODIO_API_URL: 'https//me:hunter2@api.podio.com' }).join()).not.toContain('hunter2');
  });

  it.each([
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://keyring.localhost', 'http://keyring.localhost'],
    ['http://127.0.0.2:3000/', 'http://127.0.0.2:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes %s for a loopback PUBLIC_URL', (value, expected) => {
    expect(readSettings({ PUBLIC_URL: value }).publicUrl).toBe(expected);
  });

  it.each([
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.0/8, ::1, fd00::/8, loopback', ['10.0.0.0/8', '::1', 'fd00::/8', 'loopback']],
    ['off', false],
  ])('takes TRUST_PROXY=%s, and so does Fastify', async (value, expected) => {
    const settings = readSettings({ TRUST_PROXY: value });
    expect(settings.trustProxy).toEqual(expected);
    await (await buildApp(settings)).close();
  });

  it('offers a way to sign in once', () => {
    expect(readSettings({ LOGIN_METHODS: 'app,app' }).loginMethods).toEqual(['app']);
  });
});
