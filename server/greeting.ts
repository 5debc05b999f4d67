import type { AuthConfig } from './contract.ts';
import { isLoopback, type Settings } from './settings.ts';

type Credentials = Pick<NonNullable<AuthConfig['sandbox']>, 'users' | 'apps'>;

/** What a person who started the server wants to read next. No secret of the operator's is in it. */
export function describeStart(settings: Settings, sandbox: Credentials | undefined): string {
  const lines = ['', `podio-keyring is at ${settings.publicUrl}`, ''];
  if (sandbox) lines.push(...describeSandbox(settings, sandbox));
  else lines.push(...describePodio(settings));
  return `${lines.join('\n')}\n`;
}

function describeSandbox({ sandboxPort }: Settings, { users, apps }: Credentials): string[] {
  return [
    `No Podio credentials are set, so a sandbox stands in for Podio, at http://localhost:${sandboxPort}.`,
    'Sign in as a person:',
    ...users.map(({ username, password, name }) => `  ${name}: ${username}, password ${password}`),
    'or as an app:',
    ...apps.slice(0, 3).map(({ appId, appToken, name }) => `  ${name}: app ID ${appId}, app token ${appToken}`),
    `API key for your own scripts: client id sandbox, client secret sandbox-secret.`,
    '',
  ];
}

function describePodio({ publicUrl, loginMethods, apiUrl, allowedRefs }: Settings): string[] {
  const { hostname } = new URL(publicUrl);
  return [
    `Calls go to ${apiUrl}. Ways to sign in: ${loginMethods.join(', ')}.`,
    `The API key is made at https://podio.com/settings/api; register the domain ${hostname} there (redirect URI ${publicUrl}/callback).`,
    ...(hostname === 'localhost'
      ? ['Podio is reported to refuse localhost as a domain; a name that points to 127.0.0.1 serves instead.']
      : []),
    ...(allowedRefs || isLoopback(hostname)
      ? []
      : ['Whoever reaches this address may sign in, through your API key: name those who may in ALLOWED_REFS (user-1,app-22117).']),
    '',
  ];
}
