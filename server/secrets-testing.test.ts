import { describe, expect, it } from 'vitest';
import { printedSecrets } from './secrets-testing.ts';

describe('printedSecrets', () => {
  it.each([
    'authorization: OAuth2 0123456789abcdef',
    '{"cookie":"__Host-Http-keyring=AQabcdefgh"}',
    '{"cookie":"__Secure-sandbox-authentication=abcdefgh"}',
    `a value ${`AQ${'x'.repeat(80)}`} alone`,
    '{"body":"{\\"access_token\\":\\"abc123\\"}"}',
    'refresh_token=abc123&grant_type=refresh_token',
    '{"password": "hunter2"}',
    'GET /callback?code=abc&state=def',
    'sandbox-app-token-22119',
    '  a line that begins like the greeting sandbox-secret',
  ])('LG1 finds what looks like a secret: %s', (line) => {
    expect(printedSecrets(`before\n${line}\nafter`)).not.toEqual([]);
  });

  it('LG1 finds what is known to be one, and does not print it again', () => {
    const found = printedSecrets(`${'x'.repeat(70)} s3cr3t-value`, ['s3cr3t-value', 'short']);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('s3cr3t-value');
  });

  it.each([
    '{"level":30,"method":"POST","path":"/auth/password","status":401,"msg":"request"}',
    '  Bugs: app ID 22119, app token sandbox-app-token-22119',
    '  Ada Lovelace: ada@example.com, password sandbox',
    '  API key   client id sandbox, client secret sandbox-secret',
    '  App       Bugs: app id 22119, app token sandbox-app-token-22119',
    'podio-keyring: PODIO_CLIENT_SECRET is missing while PODIO_CLIENT_ID is set: set both',
    'sign-in with a password refused',
  ])('lets through what is said on purpose: %s', (line) => {
    expect(printedSecrets(line)).toEqual([]);
  });
});
