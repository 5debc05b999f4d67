import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type GenerateResult, generate } from 'selfsigned';
import { freePorts } from './support/ports.ts';
import { ServerProcess } from './support/server-process.ts';

const day = 24 * 3600 * 1000;
const from = (days: number) => new Date(Date.now() + days * day);

/** An authority that the token handler trusts, and what Podio may show in its name, or in nobody's. */
async function certificates() {
  const authority = await generate([{ name: 'commonName', value: 'The authority of this test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from(-10),
    notAfterDate: from(10),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const issue = (host: string, until: number, signed = true): Promise<GenerateResult> =>
    generate([{ name: 'commonName', value: host }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: from(-10),
      notAfterDate: from(until),
      ...(signed && { ca: { key: authority.private, cert: authority.cert } }),
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
    });
  return {
    authority: authority.cert,
    expired: await issue('localhost', -1),
    'of another host': await issue('api.podio.example', 10),
    'signed by itself': await issue('localhost', 10, false),
    good: await issue('localhost', 10),
  };
}

/** Podio behind https: grants a token for anything. */
async function podio(): Promise<{ server: Server; url: string; reached: () => number }> {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    const ref = { type: 'app', id: 22119 };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: 'a-token', refresh_token: 'another', expires_in: 28800, token_type: 'bearer', ref }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `https://localhost:${(server.address() as AddressInfo).port}`, reached: () => reached };
}

test('PX28 what answers in Podio’s place without a good certificate gets no credential', async ({ request }) => {
  const { authority, ...shown } = await certificates();
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-certificates-'));
  writeFileSync(join(folder, 'authority.pem'), authority);
  const { server, url, reached } = await podio();
  const [port = 0] = await freePorts(1);
  const tokenHandler = new ServerProcess({
    script: 'main.js',
    readyUrl: `http://127.0.0.1:${port}/healthz`,
    environment: {
      PORT: String(port),
      PODIO_API_URL: url,
      PODIO_CLIENT_ID: 'acme',
      PODIO_CLIENT_SECRET: 'a-client-secret',
      COOKIE_SECRETS: 'a secret that this test uses and nobody else',
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
    },
  });
  try {
    await tokenHandler.start();
    for (const [name, { private: key, cert }] of Object.entries(shown)) {
      server.setSecureContext({ key, cert });
      server.closeAllConnections();
      const answer = await request.post(`http://localhost:${port}/auth/app`, { data: { appId: 22119, appToken: 'an-app-token' } });
      if (name === 'good') expect(answer.status(), await answer.text()).toBe(201);
      else {
        expect([name, answer.status(), (await answer.json()).code]).toEqual([name, 502, 'podio_unreachable']);
        expect(reached(), 'no request came that far').toBe(0);
      }
    }
    expect(reached()).toBeGreaterThan(0);
  } finally {
    await tokenHandler.stop();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
