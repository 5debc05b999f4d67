import { readSettings, type Settings, SettingsError } from '../settings.ts';
import type { PodioKeyringOptions } from './options.ts';

/** From the names that people set in an environment to those of the options, so that one set of checks serves both. */
const optionNames = {
  PODIO_CLIENT_ID: 'clientId',
  PODIO_CLIENT_SECRET: 'clientSecret',
  PODIO_API_URL: 'apiUrl',
  PODIO_AUTHORIZE_URL: 'authorizeUrl',
  COOKIE_SECRETS: 'cookieSecrets',
  PUBLIC_URL: 'publicUrl',
  LOGIN_METHODS: 'loginMethods',
  DEFAULT_SCOPE: 'defaultScope',
  REDIS_URL: 'redisUrl',
  KEYRING_CAPACITY: 'capacity',
  ALLOWED_REFS: 'allowedRefs',
} as const satisfies Record<string, keyof PodioKeyringOptions>;

/** @throws {SettingsError} naming every option that is missing or wrong */
export function settingsFromOptions(options: PodioKeyringOptions): Settings {
  const { prefix = '', callbackPath = '/callback', homePath = '/' } = options;
  const problems = Object.entries({ prefix, callbackPath, homePath })
    .filter(([name, path]) => !(name === 'prefix' && path === '') && !/^\/(?![/\\])[\w\-./~]*$/.test(path))
    .map(([name]) => `${name} is a path that begins with one slash.`);
  for (const name of ['publicUrl', 'clientId', 'clientSecret'] as const) if (!options[name]) problems.push(`${name} is missing.`);
  const environment = Object.fromEntries(Object.entries(optionNames).map(([name, option]) => [name, asText(options[option])]));
  try {
    // In an environment commas part secrets; here each is one, whatever it holds.
    const secrets = options.cookieSecrets?.map((secret) => secret.replaceAll(',', '.'));
    const settings = readSettings({ ...environment, COOKIE_SECRETS: asText(secrets), PODIO_PKCE: options.pkce ? 'on' : 'off' });
    if (problems.length === 0)
      return { ...settings, cookieSecrets: options.cookieSecrets, basePath: prefix.replace(/\/$/, ''), callbackPath, homePath };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(
      ...error.problems.map(inOptions).filter((problem) => !problems.some((known) => known.startsWith(problem.split(' ')[0] ?? ''))),
    );
  }
  throw new SettingsError(problems);
}

function asText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join(',') : String(value);
}

function inOptions(problem: string): string {
  return Object.entries(optionNames).reduce((text, [name, option]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), option), problem);
}
