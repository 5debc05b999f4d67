import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { TestRedis } from './keyring/redis/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from './testing.ts';

const html = { accept: 'text/html' };

let webRoot: string;
let server: TestServer;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'podio-keyring-acts-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Podio Keyring</title>');
  server = await startTestServer({ webRoot });
});
afterAll(async () => {
  await server.close();
  rmSync(webRoot, { recursive: true });
});

async function holding(of: TestServer, ...appIds: number[]): Promise<TestBrowser> {
  const browser = of.browser();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** What the page at an address says of whom it acts as. */
const said = async (browser: TestBrowser, path: string, headers = {}) => {
  const answer = await browser.get(path, { ...html, ...headers });
  return [answer.status, answer.headers['server-timing']];
};

it.each(['/as/app-22119', '/as/app-22119/', '/as/app-22119/apps/22119/items?page=2', '/as/app-22119/explorer'])(
  'a page that acts says whether this browser holds whom it acts as: %s',
  async (path) => {
    expect(await said(await holding(server, 22118, 22119), path)).toEqual([200, 'held']);
    expect(await said(await holding(server, 22118), path)).toEqual([200, 'not-held']);
    expect(await said(server.browser(), path)).toEqual([200, 'not-held']);
  },
);

it.each(['/', '/sign-in', '/as/nobody', '/as/app-022119', '/as/app-22119x', '/as', '/callback', '/authentications'])(
  'a page that acts as nobody, or as several, says nothing: %s',
  async (path) => {
    expect(await said(await holding(server, 22119), path)).toEqual([200, undefined]);
  },
);

it('a page that is in the browser’s cache says it anew, also after a sign-out, and with cookies that do not open', async () => {
  const browser = await holding(server, 22119);
  const { etag } = (await browser.get('/as/app-22119', html)).headers;
  const cached = { 'if-none-match': String(etag) };
  expect(await said(browser, '/as/app-22119', cached)).toEqual([304, 'held']);
  expect((await browser.send('DELETE', '/keyring/app-22119')).status).toBe(204);
  expect(await said(browser, '/as/app-22119', cached)).toEqual([304, 'not-held']);
  const forged = server.browser();
  forged.cookies.push({ name: '__Host-Http-sandbox-keyring', path: '/', value: 'forged' });
  expect(await said(forged, '/as/app-22119', cached)).toEqual([304, 'not-held']);
});

it('no page waits for a store: it says nothing, and comes where the store is away', async () => {
  const redis = await TestRedis.start();
  onTestFinished(() => redis.close());
  const stored = await startTestServer({ webRoot, settings: { redisUrl: redis.url } });
  onTestFinished(() => stored.close());
  const browser = await holding(stored, 22119);
  expect(await said(browser, '/as/app-22119')).toEqual([200, undefined]);
  await redis.end();
  expect(await said(browser, '/as/app-22119')).toEqual([200, undefined]);
});
