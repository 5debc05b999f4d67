import { beforeAll, describe, expect, it } from 'vitest';
import { TestSandbox } from './testing.ts';

describe('pages in a browser', () => {
  const sandbox = new TestSandbox();
  let authorization: string;
  beforeAll(async () => {
    authorization = `OAuth2 ${(await sandbox.userTokens('ada')).access_token}`;
  });
  const origin = 'http://localhost:5173';
  const preflight = (url: string, from = origin) =>
    sandbox.app.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: from, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization,content-type' },
    });

  it('of this machine may call the API: they are told so before, without a token, and with the answer', async () => {
    const before = await preflight('/item/1');
    expect(before.statusCode).toBe(204);
    expect(before.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': expect.stringContaining('PUT'),
      'access-control-allow-headers': 'authorization,content-type',
      vary: 'Origin',
    });
    for (const headers of [{ authorization, origin }, { origin }])
      expect((await sandbox.app.inject({ url: '/user/status', headers })).headers['access-control-allow-origin']).toBe(origin);
  });

  it('never learn how many calls are left, as with Podio', async () => {
    const { headers } = await sandbox.app.inject({ url: '/user/status', headers: { authorization, origin } });
    expect(headers).toHaveProperty('x-rate-limit-remaining');
    expect(headers).not.toHaveProperty('access-control-expose-headers');
  });

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null'])('of %s may not', async (foreign) => {
    expect((await preflight('/user/status', foreign)).headers).not.toHaveProperty('access-control-allow-origin');
    const { headers } = await sandbox.app.inject({ url: '/user/status', headers: { authorization, origin: foreign } });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each(['/', '/_sandbox', '/_sandbox/issued', '/oauth/authorize'])('of whatever origin may not read %s', async (url) => {
    expect((await preflight(url)).headers).not.toHaveProperty('access-control-allow-origin');
    expect((await sandbox.app.inject({ url, headers: { host: 'localhost', origin } })).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });

  it('meet the faults that were ordered with what they asked, not with the question before it', async () => {
    const counts = async () => (await sandbox.control('GET', '')).json().counts.api;
    const counted = await counts();
    await sandbox.control('POST', '/faults', { status: 503, times: 1 });
    expect((await preflight('/user/status')).statusCode).toBe(204);
    expect(await counts()).toBe(counted);
    const answer = await sandbox.app.inject({ url: '/user/status', headers: { authorization, origin } });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([503, origin]);
  });
});
