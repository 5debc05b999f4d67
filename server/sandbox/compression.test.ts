import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildSandbox } from './sandbox.ts';

const { app } = buildSandbox();
const grant = {
  grant_type: 'app',
  app_id: 22119,
  app_token: 'sandbox-app-token-22119',
  client_id: 'sandbox',
  client_secret: 'sandbox-secret',
};

async function authorization(): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/oauth/token/v2', payload: grant });
  return `OAuth2 ${answer.json<{ access_token: string }>().access_token}`;
}

async function get(url: string, accepted?: string) {
  const headers = { authorization: await authorization(), ...(accepted && { 'accept-encoding': accepted }) };
  return app.inject({ method: 'GET', url, headers });
}

it('a long answer comes in Brotli to who takes it, and is the same', async () => {
  const plain = await get('/app/22119');
  const packed = await get('/app/22119', 'gzip, deflate, br');
  expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'br']);
  expect(Number(packed.headers['content-length'])).toBe(packed.rawPayload.length);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.payload);
});

it.each([
  ['/app/22119', 'gzip, deflate'],
  ['/app/22119', 'br;q=0, gzip'],
  ['/app/22119', 'identity, br; q=0.0'],
  ['/app/1', 'br'],
])('a short answer, and one to who does not take Brotli, comes as it is: %s for %j', async (url, accepted) => {
  expect((await get(url, accepted)).headers['content-encoding']).toBeUndefined();
});
