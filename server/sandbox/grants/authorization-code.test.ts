import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from '../testing.ts';

const redirectUri = 'http://localhost:3000/callback';
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe('the authorization code grant', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  const code = (further: { codeChallenge?: string; codeChallengeMethod?: 'S256' | 'plain' } = {}) =>
    sandbox.state.codes.issue({
      clientId: 'sandbox',
      userId: 1,
      scope: 'space:read',
      redirectUri,
      codeChallenge: undefined,
      codeChallengeMethod: 'plain',
      ...further,
    });
  const exchange = (parameters: Record<string, string>) =>
    sandbox.token({ ...client, grant_type: 'authorization_code', redirect_uri: redirectUri, ...parameters });

  it('gives tokens of the person who allowed it, with the scope they allowed', async () => {
    const answer = await exchange({ code: code() });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ref: { type: 'user', id: 1 }, scope: 'space:read' });
  });

  it('takes a code once', async () => {
    const used = code();
    await exchange({ code: used });
    const answer = await exchange({ code: used });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('takes a code for ten minutes', async () => {
    const inTime = code();
    const late = code();
    sandbox.state.clock.advance(9 * 60);
    expect((await exchange({ code: inTime })).statusCode).toBe(200);
    sandbox.state.clock.advance(60);
    expect((await exchange({ code: late })).statusCode).toBe(400);
  });

  it.each([
    ['another port', 'http://localhost:3001/callback'],
    ['a query', `${redirectUri}?x=1`],
    ['a slash more', `${redirectUri}/`],
  ])('refuses a redirect_uri that differs by %s, and does not use the code up', async (_, other) => {
    const issued = code();
    expect((await exchange({ code: issued, redirect_uri: other })).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await exchange({ code: issued })).statusCode).toBe(200);
  });

  it.each(['code', 'redirect_uri'])('wants the parameter %s', async (missing) => {
    const answer = await exchange({ code: code(), [missing]: '' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: `Missing parameter: ${missing}` });
  });

  it('holds a client to the PKCE that it began', async () => {
    const s256 = { codeChallenge: challenge, codeChallengeMethod: 'S256' } as const;
    expect((await exchange({ code: code(s256), code_verifier: verifier })).statusCode).toBe(200);
    expect((await exchange({ code: code(s256), code_verifier: `${verifier}x` })).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await exchange({ code: code(s256) })).json()).toMatchObject({ error: 'invalid_grant' });
    const plain = { codeChallenge: verifier, codeChallengeMethod: 'plain' } as const;
    expect((await exchange({ code: code(plain), code_verifier: verifier })).statusCode).toBe(200);
  });

  it('refuses a verifier where no challenge was sent', async () => {
    expect((await exchange({ code: code(), code_verifier: verifier })).json()).toMatchObject({ error: 'invalid_grant' });
  });
});
