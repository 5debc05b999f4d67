import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from './contract.ts';
import { send, startTestServer, type TestServer } from './testing.ts';

let webRoot: string;
let server: TestServer;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'podio-keyring-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Podio Keyring</title>');
  writeFileSync(join(webRoot, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), 'console.log(1)');
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js.br'), brotliCompressSync('console.log(1)'));
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js.map'), '{}');
  server = await startTestServer({ webRoot });
});
afterAll(async () => {
  await server.close();
  rmSync(webRoot, { recursive: true });
});

const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const html = { accept: 'text/html,application/xhtml+xml' };
const fromBrowserBar = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', ...html };

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-xss-protection': '0',
};
const inert = {
  ...common,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  vary: 'Sec-Fetch-Site, Origin, Cookie',
};

describe('health', () => {
  it('answers whatever the host name, with every header', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await server.browser().get(path, { host: '10.0.0.7:3000' });
      expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }]);
      expect(answer.headers).toMatchObject(inert);
    }
  });
});

describe('the description', () => {
  it('has every route of ours', async () => {
    const { paths } = (await server.browser().get('/openapi.json')).json<{ paths: Record<string, object> }>();
    expect(Object.keys(paths).sort()).toEqual([
      '/auth/app',
      '/auth/authorize',
      '/auth/callback',
      '/auth/config',
      '/auth/password',
      '/healthz',
      '/keyring',
      '/keyring/{id}',
      '/keyring/{id}/api/{path}',
      '/keyring/{id}/apps',
      '/keyring/{id}/refresh',
      '/readyz',
    ]);
  });
});

describe('the host name', () => {
  it('L10 is the one of PUBLIC_URL, or the request is refused', async () => {
    for (const host of [
      'evil.example',
      `127.0.0.1:${server.settings.port}`,
      'localhost',
      `localhost.evil.example:${server.settings.port}`,
    ]) {
      const answer = await server.browser().get('/keyring', { host });
      expect([answer.status, code(answer)]).toEqual([400, 'bad_request']);
    }
    expect((await server.browser().get('/keyring', { host: `LOCALHOST:${server.settings.port}` })).status).toBe(200);
  });

  it('leads a person to the right one', async () => {
    const answer = await server.browser().get('/', { host: 'evil.example', ...html });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`<a href="${server.url}">`);
    expect(answer.headers).toMatchObject(inert);
  });

  it('L10 is never taken from a forwarded header', async () => {
    const answer = await server
      .browser()
      .post('/auth/authorize', {}, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' });
    expect(answer.text).not.toContain('evil.example');
  });
});

describe('another site', () => {
  const routes = [
    ['GET', '/auth/config'],
    ['POST', '/auth/app'],
    ['POST', '/auth/nothing'],
    ['GET', '/keyring'],
    ['GET', '/keyring/app-22119'],
    ['DELETE', '/keyring/app-22119'],
    ['DELETE', '/keyring'],
    ['PATCH', '/keyring/app-22119'],
    ['POST', '/keyring/app-22119/refresh'],
    ['GET', '/keyring/app-22119/api/item/1'],
    ['POST', '/keyring/app-22119/api/item/app/22119/'],
    ['GET', '/%6beyring'],
    ['POST', '/sandbox/expire'],
  ] as const;

  it.each(routes)('CS1 CS2 CS9 L12 is refused: %s %s', async (method, path) => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await server.browser().send(method, path, method === 'GET' ? undefined : {}, { 'sec-fetch-site': site });
      expect([answer.status, code(answer), answer.setCookies]).toEqual([403, 'cross_site', []]);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each(['null', 'https://localhost', 'http://localhost', 'http://LOCALHOST:1', 'http://evil.example'])(
    'CS3 is refused by its Origin %s where it would change something',
    async (origin) => {
      const { 'sec-fetch-site': _site, ...headers } = { 'sec-fetch-site': '', origin, host: new URL(server.url).host };
      const answer = await send(`http://127.0.0.1:${server.settings.port}/keyring`, 'DELETE', undefined, headers);
      expect([answer.status, code(answer)]).toEqual([403, 'cross_site']);
    },
  );

  it('is not what a script without a browser is', async () => {
    const answer = await send(
      `http://127.0.0.1:${server.settings.port}/auth/app`,
      'POST',
      { appId: 22119, appToken: 'sandbox-app-token-22119' },
      { host: new URL(server.url).host },
    );
    expect(answer.status).toBe(201);
  });

  it('CS4 gets no leave from a preflight', async () => {
    for (const path of ['/auth/app', '/keyring', '/keyring/app-22119/api/item/1']) {
      const answer = await server.browser().send('OPTIONS', path, undefined, {
        origin: 'http://evil.example',
        'sec-fetch-site': 'cross-site',
        'access-control-request-method': 'POST',
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('CS13 a refusal leaves the cookies alone', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    await browser.send('DELETE', '/keyring', undefined, { 'sec-fetch-site': 'cross-site' });
    expect((await browser.get('/keyring')).json()).toMatchObject({ authentications: [{ id: 'app-22119' }] });
  });
});

describe('bodies', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx', ''])(
    'CS5 of type %j are refused',
    async (type) => {
      const body = JSON.stringify({ appId: 22119, appToken: 'sandbox-app-token-22119' });
      const answer = await server.browser().send('POST', '/auth/app', body, { 'content-type': type });
      expect([answer.status, code(answer), answer.setCookies]).toEqual([415, 'unsupported_media_type', []]);
    },
  );

  it('with a charset are JSON all the same', async () => {
    const body = JSON.stringify({ appId: 22119, appToken: 'sandbox-app-token-22119' });
    expect((await server.browser().send('POST', '/auth/app', body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      201,
    );
  });

  it('DS5 that are no JSON, too deep or poisoned are 400, and too large ones 413', async () => {
    for (const body of [
      '{',
      '',
      'null',
      '[]',
      '"x"',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      '{"__proto__":{"x":1},"appId":1,"appToken":"x"}',
    ]) {
      const answer = await server.browser().send('POST', '/auth/app', body);
      expect([body.slice(0, 20), answer.status, code(answer)]).toEqual([body.slice(0, 20), 400, 'bad_request']);
    }
    const large = await server.browser().post('/auth/app', { appId: 1, appToken: 'x'.repeat(70_000) });
    expect([large.status, code(large)]).toEqual([413, 'payload_too_large']);
  });

  it('may be missing where none is needed, also with a JSON content type', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    expect((await browser.send('POST', '/keyring/app-22119/refresh', undefined, { 'content-type': 'application/json' })).status).toBe(200);
    expect((await browser.send('DELETE', '/keyring/app-22119', undefined, { 'content-type': 'application/json' })).status).toBe(204);
  });
});

describe('every route', () => {
  it('CS14 is public and listed here, or refuses another site', async () => {
    const open = ['/healthz', '/readyz', '/openapi.json', '/api-reference', '/api-reference.css'];
    const routes = routesOf(server.app.printRoutes({ commonPrefix: false })).filter(({ path }) => !open.includes(path));
    expect(routes.map(({ path }) => path)).toContain('/keyring/:id/api/*');
    expect(routes.length).toBeGreaterThan(10);
    for (const { path, methods } of routes) {
      const address = path.replace(':id', 'app-22119').replace('*', 'item/1');
      for (const method of methods.filter((one) => one !== 'OPTIONS')) {
        const answer = await server.browser().send(method, address, undefined, { 'sec-fetch-site': 'cross-site' });
        expect([method, address, answer.status]).toEqual([method, address, 403]);
      }
    }
  });
});

/** Reads the tree that Fastify prints; below an id it prints the wildcard alone. */
function routesOf(tree: string): { path: string; methods: string[] }[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', name = '', methods = ''] = /^(.*)[├└]── (\S+) \(([^)]+)\)/.exec(line) ?? [];
    if (name === '') return [];
    const depth = indent.length / 4;
    const parent = depth === 0 ? '' : (above[depth - 1] ?? '');
    above[depth] = parent + (name === '*' ? (parent.endsWith(':id') ? '/api/*' : '/*') : name);
    return [{ path: above[depth] as string, methods: methods.split(', ') }];
  });
}

describe('the page', () => {
  it('answers every address that a browser asks for as a page, under a strict policy', async () => {
    for (const path of ['/', '/sign-in', '/as/app-22119/explorer?method=GET', '/nowhere']) {
      const answer = await server.browser().get(path, fromBrowserBar);
      expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(answer.headers).toMatchObject({
        ...common,
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'origin-agent-cluster': '?1',
      });
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
    const callback = await server.browser().get('/callback?code=x&state=y', { ...fromBrowserBar, 'sec-fetch-site': 'cross-site' });
    expect([callback.status, callback.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('BR7 is asked for again, and says when it is the same', async () => {
    const { etag = '' } = (await server.browser().get('/', html)).headers;
    const again = await server.browser().get('/', { ...html, 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('BR6 LG8 never stands in for a file', async () => {
    for (const path of [
      '/assets/gone-123.js',
      '/assets/main-abc123.js.map',
      '/.env',
      '/.git/config',
      '/%2egit/config',
      '/%2Eenv',
      '/.well-known/x',
      '/assets/%2e%2e/%2eenv',
      '/main.js%2emap',
      '/package.json',
      '/favicon.ico',
      '/sw.js',
      '/index.html.br',
    ]) {
      const answer = await server.browser().get(path, html);
      expect([path, answer.status, code(answer)]).toEqual([path, 404, 'not_found']);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('is not what anything but a browser gets', async () => {
    const answer = await server.browser().get('/nowhere', { accept: 'application/json' });
    expect([answer.status, code(answer)]).toEqual([404, 'not_found']);
    expect(answer.headers).toMatchObject(inert);
    expect((await server.browser().post('/nowhere', {}, html)).status).toBe(404);
  });

  it('has files that never change, compressed once', async () => {
    const answer = await server.browser().get('/assets/main-abc123.js');
    expect(answer).toMatchObject({ status: 200, text: 'console.log(1)' });
    expect(answer.headers).toMatchObject({
      ...common,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    const compressed = await fetchBytes('/assets/main-abc123.js', 'br');
    expect(brotliDecompressSync(compressed).toString()).toBe('console.log(1)');
    expect((await server.browser().get('/robots.txt')).headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('a secure origin', () => {
  it('asks for https for two years, and upgrades', async () => {
    const secure = await startTestServer({ webRoot, settings: { mode: 'podio', publicUrl: 'https://keyring.example.com' } });
    try {
      const headers = { host: 'keyring.example.com' };
      const answer = await send(`http://127.0.0.1:${secure.settings.port}/`, 'GET', undefined, { ...headers, ...html });
      expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
      expect(answer.headers['content-security-policy']).toMatch(/; upgrade-insecure-requests$/);
      const own = await send(`http://127.0.0.1:${secure.settings.port}/keyring`, 'GET', undefined, headers);
      expect(own.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
      expect(
        (await send(`http://127.0.0.1:${secure.settings.port}/keyring`, 'GET', undefined, { host: 'keyring.example.com:443' })).status,
      ).toBe(200);
      for (const path of ['/sandbox', '/sandbox/requests'])
        expect((await send(`http://127.0.0.1:${secure.settings.port}${path}`, 'GET', undefined, { ...headers, ...html })).status).toBe(404);
    } finally {
      await secure.close();
    }
  });
});

describe('raw requests', () => {
  const host = () => `Host: ${new URL(server.url).host}\r\n`;

  it.each([
    ['PX4 an absolute target', () => `GET http://169.254.169.254/ HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1\.1 40[04] /],
    ['PX4 a target of two slashes', () => `GET //evil.example/ HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1\.1 40[04] /],
    ['PX4 a target without a slash', () => `GET @evil.example/ HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1\.1 400 /],
    [
      'PX12 conflicting lengths',
      () => `POST /auth/app HTTP/1.1\r\n${host()}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'PX12 a length and chunks',
      () => `POST /auth/app HTTP/1.1\r\n${host()}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'PX15 chunks beyond the bound',
      () =>
        `POST /auth/app HTTP/1.1\r\n${host()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n${'x'.repeat(70_000)}\r\n`,
      /^HTTP\/1\.1 413 /,
    ],
    ['PX11 a folded header', () => `GET /keyring HTTP/1.1\r\n${host()}X: a\r\n b\r\n\r\n`, /^HTTP\/1\.1 400 /],
    ['no host', () => 'GET /keyring HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no HTTP at all', () => 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a bad escape', () => `GET /keyring/%zz HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1\.1 400 /],
    ['DS4 40 KB of headers', () => `GET /keyring HTTP/1.1\r\n${host()}Cookie: a=${'x'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ])('%s', async (_what, request, expected) => {
    const answer = await raw(request());
    expect(answer).toMatch(expected);
    expect(answer.toLowerCase()).toContain('application/problem+json');
  });

  it('DS4 30 KB of cookies are served', async () => {
    expect(await raw(`GET /keyring HTTP/1.1\r\n${host()}Connection: close\r\nCookie: a=${'x'.repeat(30_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });
});

describe('the log', () => {
  it('LG1 LG3 holds no credential and no query, at its most talkative', async () => {
    const browser = server.browser();
    await browser.post('/auth/app', { appId: 22119, appToken: 'canary-token' });
    await browser.post('/auth/password', { username: 'ada@example.com', password: 'canary-password' });
    await browser.signInAsAda();
    await browser.signInAsApp(22119);
    await browser.post('/auth/callback', { code: 'canary-code', state: 'canary-state' });
    await browser.get('/keyring/user-1/api/user?canary-query=1');
    await browser.post('/keyring/user-1/refresh');
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 500, times: 1 });
    await browser.post('/keyring/user-1/refresh');
    const issued = (await server.control('GET', '/issued')) as Record<string, string[]>;
    const secrets = [
      ...Object.values(issued).flat(),
      ...browser.cookies.map(({ value }) => value),
      'canary',
      'sandbox-secret',
      server.settings.cookieSecrets[0] as string,
    ];
    expect(server.log().length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => server.log().includes(secret))).toEqual([]);
  });
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.settings.port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (part) => {
      answer += part;
      if (/\r\n\r\n/.test(answer) && !/^HTTP\/1\.1 200/.test(answer)) socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

async function fetchBytes(path: string, coding: string): Promise<Buffer> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(
      { port: server.settings.port, host: '127.0.0.1', path, headers: { host: new URL(server.url).host, 'accept-encoding': coding } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
      },
    )
      .on('error', reject)
      .end();
  });
}
