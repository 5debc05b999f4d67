/** Every setting, as `--help` names it. The flag of `PODIO_CLIENT_ID` is `--podio-client-id`. */
export const settingsList: readonly (readonly [variable: string, value: string, meaning: string])[] = [
  ['PODIO_CLIENT_ID', 'id', 'the API key; without it and its secret a sandbox stands in for Podio'],
  ['PODIO_CLIENT_SECRET', 'secret', "the API key's secret; in the environment or in .env other people of this machine do not see it"],
  ['COOKIE_SECRETS', 'secrets', 'comma-separated, 32 characters or more each; the first seals (the same holds: better in .env)'],
  ['PUBLIC_URL', 'origin', 'what people visit; http://localhost:PORT if absent'],
  ['HOST', 'address', 'where to listen; 127.0.0.1 if absent'],
  ['PORT', 'port', '3000 if absent'],
  ['LOGIN_METHODS', 'methods', 'comma-separated: authorization_code, app, password'],
  ['DEFAULT_SCOPE', 'scope', 'global:all if absent'],
  ['ALLOWED_REFS', 'ids', 'comma-separated ids, as user-1, that may sign in; everyone if absent'],
  ['KEYRING_CAPACITY', 'number', 'authentications that one browser holds; 60 if absent, with REDIS_URL 500'],
  ['PODIO_API_URL', 'origin', "Podio's if absent"],
  ['PODIO_AUTHORIZE_URL', 'url', "Podio's if absent"],
  ['PODIO_PKCE', 'on|off', 'sends PKCE, which Podio does not document'],
  ['REDIS_URL', 'url', 'keeps keyrings in Redis or Valkey in place of cookies; the path of a Unix socket will do'],
  ['METRICS', 'on|off', 'GET /metrics answers with counts in the Prometheus format; off if absent'],
  ['TRUST_PROXY', 'proxies', 'addresses of your proxies, or their number'],
  ['LOG_LEVEL', 'level', 'info if absent'],
  ['SANDBOX_PORT', 'port', '3001 if absent'],
];

export const flagOf = (variable: string): string => variable.toLowerCase().replaceAll('_', '-');
