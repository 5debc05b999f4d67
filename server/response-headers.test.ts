import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawConnection } from './http/testing.ts';
import { ScriptedPodio } from './proxied-call/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from './testing.ts';

const page = { accept: 'text/html', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const api = '/keyring/app-22119/api';

let webRoot: string;
let podio: ScriptedPodio;
let local: TestServer;
let secure: TestServer;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'podio-keyring-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Podio Keyring</title>');
  writeFileSync(join(webRoot, 'robots.txt'), 'User-agent: *\n');
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), 'console.log(1)');
  podio = await ScriptedPodio.start();
  podio.answer = ({ url }, response) => {
    response.setHeader('content-type', url === '/file.html' ? 'text/html' : 'application/json; charset=utf-8');
    if (url === '/moved') response.writeHead(302, { location: 'https://files.podio.com/1' });
    for (const name of ['set-cookie', 'access-control-allow-origin', 'server', 'x-powered-by', 'clear-site-data', 'link', 'refresh', 'via'])
      if (!response.headersSent) response.setHeader(name, 'of Podio');
    response.end('{}');
  };
  const settings = { apiUrl: podio.url, metrics: true };
  [local, secure] = await Promise.all([
    startTestServer({ webRoot, settings }),
    startTestServer({ webRoot, settings: { ...settings, mode: 'podio', publicUrl: 'https://keyring.example.com' } }),
  ]);
});
afterAll(async () => {
  await Promise.all([local.close(), secure.close(), podio.close()]);
  rmSync(webRoot, { recursive: true });
});

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
}

/** Every kind of answer that there is, by what it is. */
async function everyKind(server: TestServer, browser: TestBrowser): Promise<[kind: string, answer: Answer][]> {
  const { etag = '' } = (await browser.get('/', page)).headers;
  const wrong = { appId: 22118, appToken: '' };
  return [
    ['the page', await browser.get('/as/app-22119', page)],
    ['the page that Podio redirects to', await browser.get('/callback?code=x&state=y', { ...page, 'sec-fetch-site': 'cross-site' })],
    ['the page, unchanged', await browser.get('/', { ...page, 'if-none-match': etag })],
    ['an asset', await browser.get('/assets/main-abc123.js')],
    ['a missing asset', await browser.get('/assets/gone.js')],
    ['another file', await browser.get('/robots.txt')],
    ['the reference', await browser.get('/api-reference', page)],
    ['its style', await browser.get('/api-reference.css')],
    ['the description', await browser.get('/openapi.json')],
    ['health', await browser.get('/healthz')],
    ['metrics', await browser.get('/metrics')],
    ['JSON of ours', await browser.get('/auth/config')],
    ['a sign-in that begins', await browser.post('/auth/authorize', {})],
    ['a sign-in', await browser.signInAsApp(22119)],
    ['a sign-in of another form', await browser.post('/auth/app', wrong)],
    ['a state of another browser', await browser.post('/auth/callback', { code: 'x', state: 'y' })],
    ['another site', await browser.get('/keyring', { 'sec-fetch-site': 'cross-site' })],
    ['a preflight', await browser.send('OPTIONS', '/keyring', undefined, { origin: 'https://evil.example' })],
    ['another host', await browser.get('/keyring', { host: 'evil.example' })],
    ['a page of another host', await browser.get('/', { ...page, host: 'evil.example' })],
    ['no such address', await browser.get('/nowhere')],
    ['no such method', await browser.send('PUT', '/keyring', {})],
    ['a body of another type', await browser.post('/auth/app', 'x=1', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a refresh', await browser.post('/keyring/app-22119/refresh')],
    ['a call', await browser.get(`${api}/item/1`)],
    ['a call that answers HTML', await browser.get(`${api}/file.html`)],
    ['a call that answers a redirect', await browser.get(`${api}/moved`)],
    ['a call that may hold app tokens', await browser.get(`${api}/app/22119`)],
    ['a call that is refused here', await browser.get(`${api}/oauth/token`)],
    ['a call as nobody', await browser.get('/keyring/app-1/api/item/1')],
    ['a sign-out', await browser.delete('/keyring/app-22119')],
    ['a sign-out of everything', await browser.delete('/keyring')],
    ['no request at all', await raw(server, 'what is this?\r\n\r\n')],
    ['a head that is too large', await raw(server, `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)],
  ];
}

async function raw(server: TestServer, bytes: string): Promise<Answer> {
  const [head = ''] = (await new RawConnection(server.settings.port).write(bytes).all()).split('\r\n\r\n');
  const [status = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(fields.map((field) => field.split(': ', 2) as [string, string]));
  return { status: Number(status.split(' ')[1]), headers };
}

/** What of an answer is the same on every run. */
function lines({ status, headers }: Answer): string[] {
  const moving = /^(?:date|content-length|connection|keep-alive|transfer-encoding)$/;
  const stable = (text: string) =>
    text
      .replace(/(login-)[\w-]{16}/, '$1<hash of state>')
      .replace(/(__(?:Host|Secure)[^=]*)=[\w-]{30,};/, '$1=<sealed>;')
      .replace(/^etag: .*/, 'etag: <hash>');
  const fields = Object.entries(headers).filter(([name]) => !moving.test(name));
  return [String(status), ...fields.flatMap(([name, value]) => [value ?? ''].flat().map((one) => stable(`${name}: ${one}`))).sort()];
}

describe('the headers and cookies of every kind of answer', () => {
  it('CK1 CK2 PX13 are these, to the letter', async () => {
    const kinds = await everyKind(local, local.browser());
    const text = kinds.map(([kind, answer]) => `## ${kind}\n${lines(answer).join('\n')}\n`).join('\n');
    await expect(text).toMatchFileSnapshot('response-headers.snapshot.txt');
  });

  it('hold what every answer has to hold, also over https, and nothing that invites or tells too much', async () => {
    // As threats.md 6.1 has them: what is written into the snapshot cannot leave these out.
    const everywhere = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-xss-protection': '0',
      'permissions-policy':
        'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), browsing-topics=()',
    };
    const transport = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };
    for (const [kinds, expected] of [
      [await everyKind(local, local.browser()), everywhere],
      [await everyKind(secure, secure.browser()), { ...everywhere, ...transport }],
    ] as const)
      for (const [kind, { headers }] of kinds) {
        expect([kind, headers]).toEqual([kind, expect.objectContaining(expected)]);
        const policy = String(headers['content-security-policy'] ?? '');
        expect([kind, policy]).toEqual([kind, expect.stringContaining("frame-ancestors 'none'")]);
        const names = Object.keys(headers);
        expect([kind, names.filter((name) => /^(?:server|x-powered-by|via|access-control-.*)$/.test(name))]).toEqual([kind, []]);
        expect([kind, 'strict-transport-security' in headers]).toEqual([kind, expected !== everywhere]);
      }
  });

  it('BR4 let a page make no script of a text: Trusted Types are enforced, and no policy may be made', async () => {
    for (const path of ['/', '/callback', '/api-reference']) {
      const policy = String((await local.browser().get(path, page)).headers['content-security-policy']);
      expect(policy).toMatch(/; require-trusted-types-for 'script'; trusted-types 'none'(?:;|$)/);
      expect(policy).not.toMatch(/unsafe|allow-duplicates|\*/);
    }
  });

  it('LO3 clear caches and storage on a sign-out of everything only, and never cookies of siblings', async () => {
    const browser = local.browser();
    await browser.signInAsApp(22119);
    expect((await browser.delete('/keyring/app-22119')).headers['clear-site-data']).toBeUndefined();
    expect((await browser.delete('/keyring')).headers['clear-site-data']).toBe('"cache", "storage"');
  });
});
