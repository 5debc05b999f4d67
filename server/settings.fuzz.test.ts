import fc from 'fast-check';
import { it } from 'vitest';
import { fuzz } from './fuzz-testing.ts';
import { isLoopback, readSettings, type Settings, SettingsError } from './settings.ts';

const variables = [
  'PODIO_CLIENT_ID',
  'PODIO_CLIENT_SECRET',
  'PODIO_API_URL',
  'PODIO_AUTHORIZE_URL',
  'PODIO_PKCE',
  'LOGIN_METHODS',
  'DEFAULT_SCOPE',
  'PUBLIC_URL',
  'HOST',
  'PORT',
  'COOKIE_SECRETS',
  'REDIS_URL',
  'KEYRING_CAPACITY',
  'ALLOWED_REFS',
  'METRICS',
  'SANDBOX_PORT',
  'TRUST_PROXY',
  'LOG_LEVEL',
];

const secret = 'x1'.repeat(16);
const value = fc.oneof(
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'on',
      'off',
      'true',
      ',',
      '0',
      '1',
      '3000',
      '99999',
      '-1',
      '1e3',
      ' ',
      'app',
      'password,app',
      'user-1',
      'app-0',
      '64',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      secret,
      `${secret},${secret}`,
      'http://localhost:3000/',
      'http://[::1]',
      'http://127.0.0.1:1',
      'http://localhost.evil.example',
      'http://user:hunter2@localhost',
      'https://keyring.example.com',
      'https://keyring.example.com/path?query#hash',
      'javascript:alert(1)',
      '10.0.0.0/8,loopback',
      '::1',
    ),
  },
);

const holdsTogether = (settings: Settings) =>
  new URL(settings.publicUrl).origin === settings.publicUrl &&
  new URL(settings.apiUrl).origin === settings.apiUrl &&
  [settings.publicUrl, settings.apiUrl, settings.authorizeUrl].every(
    (url) => url.startsWith('https:') || isLoopback(new URL(url).hostname),
  ) &&
  (settings.mode === 'podio' || isLoopback(new URL(settings.publicUrl).hostname)) &&
  settings.loginMethods.length > 0 &&
  settings.cookieSecrets.length > 0 &&
  settings.cookieSecrets.every(({ length }) => length >= 32) &&
  settings.allowedRefs?.size !== 0 &&
  settings.capacity >= 1;

it('KY4 KY7 any environment gives settings that hold together, or problems that each name a variable and no secret', () => {
  fuzz(
    'settings',
    fc.property(fc.dictionary(fc.constantFrom(...variables), value, { maxKeys: 6 }), (env) => {
      try {
        return holdsTogether(readSettings(env));
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        return error.problems.every((problem) => {
          const variable = problem.split(/\W/, 1)[0] ?? '';
          const tells = variable.includes('SECRET') && (env[variable] ?? '').length > 5 && problem.includes(env[variable] ?? '');
          return variables.includes(variable) && !tells && !(variable.endsWith('_URL') && problem.includes('hunter2'));
        });
      }
    }),
  );
});
