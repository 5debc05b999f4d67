import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../contract.ts';
import { ScriptedPodio } from '../proxied-call/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

let server: TestServer;
let upstream: ScriptedPodio;
/** Goes to the scripted Podio: what only a misbehaving server does. */
let scripted: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  upstream = await ScriptedPodio.start();
  scripted = await startTestServer({ settings: { apiUrl: upstream.url }, limits: { podioHeadersMs: 400, podioBodyMs: 400 } });
});
afterEach(async () => {
  await server.control('DELETE', '');
  upstream.reset();
});
afterAll(async () => {
  await Promise.all([server.close(), scripted.close()]);
  await upstream.close();
});

const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const api = '/keyring/app-22119/api';

async function bugs(of = server): Promise<TestBrowser> {
  const browser = of.browser();
  expect((await browser.signInAsApp(22119)).status).toBe(201);
  return browser;
}

describe('a call as an authentication', () => {
  it('is answered by Podio, as who is in the address', async () => {
    const browser = await bugs();
    await browser.signInAsAda();
    expect((await browser.get(`${api}/app/22119`)).json()).toMatchObject({ app_id: 22119 });
    expect((await browser.get('/keyring/user-1/api/user')).json()).toMatchObject({ mail: 'ada@example.com' });
    const refused = await browser.get(`${api}/user`);
    expect([refused.status, refused.json()]).toEqual([403, expect.objectContaining({ error: 'forbidden' })]);
  });

  it('creates, changes and deletes', async () => {
    const browser = await bugs();
    const created = await browser.post(`${api}/item/app/22119/`, { fields: { title: 'It burns' } });
    expect(created.status).toBe(200);
    const { item_id } = created.json<{ item_id: number }>();
    expect((await browser.send('PUT', `${api}/item/${item_id}`, { fields: { title: 'It smokes' } })).status).toBe(200);
    expect((await browser.get(`${api}/item/${item_id}`)).json()).toMatchObject({ title: 'It smokes' });
    expect((await browser.delete(`${api}/item/${item_id}`)).status).toBe(204);
    expect((await browser.get(`${api}/item/${item_id}`)).status).toBe(410);
  });

  it('MA1 PX31 carries the token of its own authentication, however calls interleave', async () => {
    const browser = await bugs(scripted);
    await browser.signInAsApp(22118);
    upstream.answer = (request, response) => response.end(request.headers.authorization);
    const [tokenOfBugs, tokenOfLeads] = [await browser.get(`${api}/x`), await browser.get('/keyring/app-22118/api/x')].map(
      ({ text }) => text,
    );
    expect(tokenOfBugs).not.toBe(tokenOfLeads);
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const id = index % 2 ? 'app-22119' : 'app-22118';
        expect((await browser.get(`/keyring/${id}/api/x`)).text).toBe(index % 2 ? tokenOfBugs : tokenOfLeads);
      }),
    );
  });

  it('PX30 does not fall back to another authentication', async () => {
    const browser = await bugs();
    const answer = await browser.get('/keyring/app-22118/api/app/22119');
    expect([answer.status, code(answer)]).toEqual([401, 'unknown_authentication']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['/item/1?a=1&a=2&b&c=&d=%20+%2F', '/item/1?a=1&a=2&b&c=&d=%20+%2F'],
    ['/a%2Fb/%C3%A6/%ff/...', '/a%2Fb/%C3%A6/%ff/...'],
    ['/org/', '/org/'],
    ['/x?q=../../etc', '/x?q=../../etc'],
    [`/${'long'.repeat(300)}`, `/${'long'.repeat(300)}`],
    ['/', '/'],
  ])('PX6 PX7 reaches Podio byte for byte: %s', async (path, expected) => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => response.end(request.url);
    expect((await browser.get(`${api}${path}`)).text).toBe(expected);
  });

  it('PX1 PX2 refuses what leaves the path, and what hands out credentials', async () => {
    const browser = await bugs(scripted);
    expect(code(await browser.get(`${api}/%2e%2e/x`))).toBe('bad_request');
    expect(code(await browser.get(`${api}/%6fauth/token`))).toBe('forbidden_path');
    expect(code(await browser.post(`${api}/oauth/grant/invalidate`))).toBe('forbidden_path');
    expect(code(await browser.get(`${api}/_sandbox/issued`))).toBe('forbidden_path');
    expect(code(await browser.get(`${api}/a%zz`))).toBe('bad_request');
    expect(upstream.calls.filter(({ url }) => !url?.startsWith('/oauth/') && !url?.startsWith('/app/'))).toEqual([]);
  });

  it('PX8 PX9 PX10 takes up the token, and nothing that says who asks', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => response.end(JSON.stringify(request.headers));
    const headers = {
      authorization: 'Bearer stolen',
      connection: 'keep-alive, authorization, x-private',
      'x-private': 'hop',
      'keep-alive': 'timeout=1',
      te: 'trailers',
      upgrade: 'h2c',
      'proxy-authorization': 'x',
      'x-forwarded-for': '1.2.3.4',
      x_forwarded_host: 'evil',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
      via: '1.1 x',
      referer: 'http://localhost/secret',
      'x-http-method-override': 'DELETE',
      'sec-fetch-user': '?1',
      'x-time-zone': 'Europe/Copenhagen',
      'accept-language': 'da',
    };
    const up = (await browser.get(`${api}/x`, headers)).json<Record<string, string>>();
    expect(up.authorization).toMatch(/^OAuth2 \w+$/);
    expect(Object.keys(up).sort()).toEqual(['accept-language', 'authorization', 'connection', 'host', 'x-time-zone']);
    expect(up.host).toBe(new URL(upstream.url).host);
  });

  it('PX5 PX13 PX14 CS10 brings down Podio’s own headers, and none that act on this origin', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (_request, response) => {
      response.writeHead(302, {
        'content-type': 'text/html',
        'content-disposition': 'inline',
        'content-security-policy': "script-src 'unsafe-inline'",
        etag: '"1"',
        location: 'http://169.254.169.254/',
        'retry-after': '3',
        'x-rate-limit-limit': '1000',
        'x-podio-request-id': 'abcdefgh',
        'set-cookie': '__Host-Http-sandbox-keyring=evil; Path=/; Secure',
        'access-control-allow-origin': '*',
        'strict-transport-security': 'max-age=0',
        'clear-site-data': '"*"',
        authorization: 'Bearer realm="podio"',
        'www-authenticate': 'Bearer',
        server: 'nginx',
        link: '</x>; rel=preload',
        refresh: '0; url=/',
      });
      response.end('<script>alert(1)</script>');
    };
    const answer = await browser.get(`${api}/x`);
    expect(answer.status).toBe(302);
    expect(answer.text).toBe('<script>alert(1)</script>');
    const { date: _date, connection: _connection, 'transfer-encoding': _coding, ...headers } = answer.headers;
    expect(headers).toEqual({
      'content-type': 'text/html',
      'content-disposition': 'inline',
      etag: '"1"',
      location: 'http://169.254.169.254/',
      'retry-after': '3',
      'x-rate-limit-limit': '1000',
      'x-podio-request-id': 'abcdefgh',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-xss-protection': '0',
      'permissions-policy': expect.stringContaining('camera=()'),
      vary: 'Sec-Fetch-Site, Origin, Cookie',
    });
  });

  it('PX25 leaves 204, 304, HEAD, ranges and codings as they are', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => {
      if (request.url === '/204') response.writeHead(204).end();
      else if (request.url === '/304') response.writeHead(304, { etag: '"1"' }).end();
      else if (request.url === '/range') response.writeHead(206, { 'content-range': 'bytes 0-1/4', 'content-length': '2' }).end('ab');
      else if (request.url === '/gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'));
      else response.writeHead(200, { 'content-length': '5' }).end(request.method === 'HEAD' ? undefined : 'hello');
    };
    expect((await browser.get(`${api}/204`)).status).toBe(204);
    expect((await browser.get(`${api}/304`, { 'if-none-match': '"1"' })).status).toBe(304);
    expect(await browser.get(`${api}/range`, { range: 'bytes=0-1' })).toMatchObject({ status: 206, text: 'ab' });
    expect((await browser.get(`${api}/gzip`, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    const head = await browser.send('HEAD', `${api}/head`);
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '5', '']);
    expect(upstream.calls.map(({ range }) => range)).toContain('bytes=0-1');
  });

  it('PX26 sends the body and its type as they are, whatever they are', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => {
      const parts: Buffer[] = [];
      request
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => response.end(`${request.headers['content-type']}|${Buffer.concat(parts).toString('hex')}`));
    };
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json\t;a',
      'nonsense',
      'application/x-www-form-urlencoded',
    ]) {
      const body = Buffer.from([0, 255, 123, 34]);
      const answer = await browser.send('POST', `${api}/x`, body as never, { 'content-type': type });
      expect(answer.text).toBe(`${type}|00ff7b22`);
    }
    expect((await browser.post(`${api}/x`)).text).toBe('undefined|');
  });
});

describe('app tokens', () => {
  const definition = '{"app_id":22119,"big":12345678901234567890,"token":"sandbox-app-token-22119","apps":[{"t\\u006fken":"again"}]}';
  const redacted = '{"app_id":22119,"big":12345678901234567890,"token":null,"apps":[{"t\\u006fken":null}]}';

  it('never come down: the sandbox shows one to an administrator, the keyring does not', async () => {
    const browser = server.browser();
    await browser.signInAsAda();
    const answer = await browser.get('/keyring/user-1/api/app/22119');
    expect(answer.json()).toMatchObject({ app_id: 22119, token: null });
    expect(answer.text).not.toContain('sandbox-app-token');
    expect((await browser.get('/keyring/user-1/api/app/')).text).not.toContain('sandbox-app-token');
  });

  it.each([
    ['as it is', undefined, (text: string) => Buffer.from(text)],
    ['in gzip', 'gzip', (text: string) => gzipSync(text)],
    ['in brotli', 'br', (text: string) => brotliCompressSync(text)],
  ])('are removed from a body %s, in pieces too', async (_how, coding, encode) => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip, br');
      expect(request.headers.range).toBeUndefined();
      const body = encode(definition);
      response.writeHead(200, {
        'content-type': 'application/json',
        etag: '"1"',
        'content-length': String(body.length),
        ...(coding && { 'content-encoding': coding }),
      });
      for (const byte of body) response.write(Buffer.of(byte));
      response.end();
    };
    for (const path of ['/app/22119', '/%61pp/22119', '/item/1?fields=app.view(full)']) {
      const answer = await browser.get(`${api}${path}`, { 'accept-encoding': 'zstd, br', range: 'bytes=0-10' });
      expect(answer.text).toBe(redacted);
      expect([answer.headers.etag, answer.headers['content-length'], answer.headers['content-encoding']]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('are not trusted to a coding that was not asked for', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(definition));
    const answer = await browser.get(`${api}/app/22119`);
    expect([answer.status, code(answer)]).toEqual([502, 'podio_error']);
  });

  it('a body that breaks off breaks off', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(definition.repeat(50)).subarray(0, 60));
    await expect(browser.get(`${api}/app/22119`)).rejects.toThrow();
  });
});

describe('an expired access token', () => {
  it('RF1 costs one token request for twenty calls at once, and none for five late ones with the old cookie', async () => {
    const browser = await bugs();
    await server.control('POST', '/expire', {});
    const late = browser.copy();
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.copy().get(`${api}/app/22119`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.every(({ setCookies }) => setCookies.length === 1)).toBe(true);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
    for (let call = 0; call < 5; call++) {
      const answer = await late.copy().get(`${api}/app/22119`);
      expect([answer.status, answer.setCookies.length]).toEqual([200, 1]);
    }
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
    for (const cookie of answers[7]?.setCookies ?? []) browser.store(cookie);
    expect((await browser.get(`${api}/app/22119`)).setCookies).toEqual([]);
  });

  it('RF1 RF6 the same where refresh tokens rotate', async () => {
    const browser = await bugs();
    await server.control('PATCH', '/settings', { rotateRefreshTokens: true });
    for (let round = 1; round <= 3; round++) {
      await server.control('POST', '/expire', {});
      const old = browser.copy();
      const answers = await Promise.all(Array.from({ length: 10 }, () => browser.copy().get(`${api}/app/22119`)));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      for (const cookie of answers[0]?.setCookies ?? []) browser.store(cookie);
      expect((await old.get(`${api}/app/22119`)).status).toBe(200);
      expect(await server.tokenRequests()).toMatchObject({ refresh_token: round, errors: 0 });
    }
  });

  it('is refreshed before its end, and not on every call when it lives shortly', async () => {
    let time = Date.now();
    const early = await startTestServer({ now: () => time });
    try {
      const browser = await bugs(early);
      time += 8 * 3600 * 1000 - 59_000;
      expect((await browser.get(`${api}/app/22119`)).setCookies).toHaveLength(1);
      await early.control('PATCH', '/settings', { accessTokenTtlSeconds: 30 });
      await browser.signInAsApp(22119);
      const before = (await early.tokenRequests()).refresh_token;
      for (let call = 0; call < 5; call++) expect((await browser.get(`${api}/app/22119`)).setCookies).toEqual([]);
      expect((await early.tokenRequests()).refresh_token).toBe(before);
    } finally {
      await early.close();
    }
  });

  it('RF9 is remembered although the browser went away during the refresh', async () => {
    const browser = await bugs();
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 150, times: 1 });
    await leaveAfter(`${api}/app/22119`, browser, 50);
    expect((await browser.get(`${api}/app/22119`)).status).toBe(200);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
  });

  it('PX21 a body of up to 1 MiB is sent again, byte for byte', async () => {
    const browser = await bugs();
    await server.control('POST', '/expire', {});
    const answer = await browser.post(`${api}/item/app/22119/`, { fields: { title: 'x'.repeat(1000) } });
    expect(answer.status).toBe(200);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
  });

  it('PX22 a larger body is not: the tokens are refreshed, and Podio’s 401 comes down', async () => {
    const browser = await bugs(scripted);
    let calls = 0;
    upstream.answer = (request, response) => {
      calls++;
      request.resume().on('end', () => refuse(response));
    };
    const answer = await browser.send('POST', `${api}/x`, Buffer.alloc(1024 * 1024 + 1) as never);
    expect([answer.status, answer.json(), calls]).toEqual([401, expect.objectContaining({ error_description: 'expired_token' }), 1]);
    expect(answer.setCookies).toHaveLength(1);
  });

  it('PX22 the same where Podio refuses it halfway', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => {
      let seen = 0;
      request.on('data', (part: Buffer) => {
        seen += part.length;
        if (seen > 1.5 * 1024 * 1024 && !response.headersSent) refuse(response);
      });
    };
    const answer = await browser.send('POST', `${api}/x`, Buffer.alloc(4 * 1024 * 1024) as never);
    expect(answer.status).toBe(401);
    expect(answer.setCookies).toHaveLength(1);
  });

  it('PX21 a second 401 is passed on, never a loop', async () => {
    const browser = await bugs(scripted);
    let calls = 0;
    upstream.answer = (_request, response) => {
      calls++;
      refuse(response);
    };
    const answer = await browser.get(`${api}/x`);
    expect([answer.status, calls, answer.setCookies.length]).toEqual([401, 2, 1]);
  });

  it('PX23 a 401 that is not about the token is passed on as it is', async () => {
    const browser = await bugs(scripted);
    let calls = 0;
    upstream.answer = (_request, response) => {
      calls++;
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"unauthorized","error_description":"no"}');
    };
    const answer = await browser.get(`${api}/x`);
    expect([answer.status, answer.text, calls, answer.setCookies]).toEqual([
      401,
      '{"error":"unauthorized","error_description":"no"}',
      1,
      [],
    ]);
  });

  it('is recognised in a compressed refusal too', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => {
      if (upstream.calls.filter(({ url }) => url === request.url).length > 1) response.end('fine');
      else response.writeHead(401, { 'content-encoding': 'gzip' }).end(gzipSync('{"error":"invalid_token"}'));
    };
    expect((await browser.get(`${api}/zipped`)).text).toBe('fine');
  });

  it('RF10 that Podio does not renew ends one authentication, and the answer says so', async () => {
    const browser = await bugs();
    await browser.signInAsApp(22191);
    await server.control('POST', '/expire', {});
    for (let call = 0; call < 3; call++) {
      const refused = await browser.get('/keyring/app-22191/api/app/22191');
      expect([refused.status, code(refused)]).toEqual([401, 'authentication_expired']);
    }
    expect((await browser.get(`${api}/app/22119`)).status).toBe(200);
    expect((await server.tokenRequests()).errors).toBe(1);
  });

  it('RF11 a refresh that fails for another reason keeps it and says what failed', async () => {
    const browser = await bugs();
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 503, times: 1 });
    expect(code(await browser.get(`${api}/app/22119`))).toBe('podio_error');
    expect((await browser.get(`${api}/app/22119`)).status).toBe(200);
  });
});

describe('when Podio does not play along', () => {
  it('PX19 says 504 where no answer begins', async () => {
    const browser = await bugs(scripted);
    upstream.answer = () => undefined;
    const answer = await browser.get(`${api}/x`);
    expect([answer.status, code(answer)]).toEqual([504, 'podio_timeout']);
  });

  it('PX18 PX19 cuts the connection where a body stops or dies, never a short body that looks whole', async () => {
    const browser = await bugs(scripted);
    for (const end of [() => undefined, (response: ServerResponse) => response.destroy()]) {
      upstream.answer = (_request, response) => {
        response.writeHead(200).write('begun');
        setImmediate(() => end(response));
      };
      await expect(browser.get(`${api}/x`)).rejects.toThrow();
    }
  });

  it('sends a GET once more over a connection that Podio closed, and nothing else ever', async () => {
    const browser = await bugs(scripted);
    for (const [method, calls, status] of [
      ['GET', 2, 200],
      ['POST', 1, 502],
      ['PUT', 1, 502],
      ['DELETE', 1, 502],
    ] as const) {
      let seen = 0;
      upstream.answer = (request, response) => {
        seen++;
        if (seen === 1) request.socket.destroy();
        else response.end('ok');
      };
      const answer = await browser.send(method, `${api}/x`, method === 'POST' || method === 'PUT' ? { a: 1 } : undefined);
      expect([method, answer.status, seen]).toEqual([method, status, calls]);
      if (status === 502) expect(code(answer)).toBe('podio_unreachable');
    }
  });

  it('PX20 asks once, whatever Podio answers', async () => {
    const browser = await bugs(scripted);
    let seen = 0;
    upstream.answer = (_request, response) => {
      seen++;
      response.writeHead(503).end('busy');
    };
    expect(await browser.get(`${api}/x`)).toMatchObject({ status: 503, text: 'busy' });
    expect(seen).toBe(1);
  });

  it('PX24 passes a 420 on as it is', async () => {
    const browser = await bugs();
    await server.control('PATCH', '/settings', { rateLimitPerHour: 0 });
    const answer = await browser.get(`${api}/app/22119`);
    expect([answer.status, answer.json()]).toEqual([420, expect.objectContaining({ error: 'rate_limit' })]);
    expect(answer.headers['x-rate-limit-remaining']).toBe('0');
  });

  it('PX17 stops a call whose client has gone', async () => {
    const browser = await bugs(scripted);
    const closed = new Promise<void>((resolve) => {
      upstream.answer = (_request, response) => {
        response.writeHead(200).write('begun');
        response.on('close', resolve);
      };
    });
    await leaveAfter(`${api}/x`, browser, 30, scripted);
    await closed;
  });

  it('PX27 never takes one address for another, however many there are and however alike', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (request, response) => response.end(request.url);
    const spellings = ['item/1', 'item/1/', 'item//1', 'item/1?', 'item/1?a', 'item/1?a=', 'item/%31', 'Item/1', 'item/1%20', 'item/1;a'];
    const paths = [
      ...spellings,
      ...Array.from({ length: 500 }, (_, index) => `${'Aa'.repeat(index % 9)}${'BB'.repeat(index % 7)}/${index}`),
    ];
    const answers = await Promise.all(paths.map((path) => browser.get(`${api}/${path}`)));
    expect(answers.map(({ text }) => text)).toEqual(paths.map((path) => `/${path}`));
  });

  it('BR8 is never one that a cache may give to another browser, whatever its path looks like', async () => {
    const browser = await bugs(scripted);
    for (const path of ['x', 'x.css', 'x.js', 'app/1/logo.png', 'x.css?v=1']) {
      const { headers } = await browser.get(`${api}/${path}`);
      expect([headers['cache-control'], headers.vary]).toEqual(['private, no-store', 'Sec-Fetch-Site, Origin, Cookie']);
    }
  });

  it('skips an interim answer', async () => {
    const browser = await bugs(scripted);
    upstream.answer = (_request, response) => {
      response.writeEarlyHints({ link: '</x>; rel=preload' });
      response.end('fine');
    };
    expect(await browser.get(`${api}/x`)).toMatchObject({ status: 200, text: 'fine' });
  });
});

describe('what comes down', () => {
  it.each(['script', 'style', 'worker', 'serviceworker', 'iframe', 'object', 'embed', 'manifest'])(
    'CS8 BR9 is not handed out as %s',
    async (destination) => {
      const browser = await bugs();
      const answer = await browser.get(`${api}/app/22119`, { 'sec-fetch-dest': destination });
      expect([answer.status, code(answer)]).toEqual([403, 'cross_site']);
    },
  );

  it('may be looked at as a document, an image or data', async () => {
    const browser = await bugs();
    for (const destination of ['document', 'image', 'empty'])
      expect((await browser.get(`${api}/app/22119`, { 'sec-fetch-dest': destination })).status).toBe(200);
  });
});

/** What Podio says of an access token that has expired. */
function refuse(response: ServerResponse): void {
  response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"unauthorized","error_description":"expired_token"}');
}

/** Makes a call over a socket of its own and closes it after a while. */
function leaveAfter(path: string, browser: TestBrowser, ms: number, of = server): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(of.settings.port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${of.settings.port}\r\nCookie: ${browser.cookieHeader(path)}\r\n\r\n`);
      setTimeout(() => socket.destroy(), ms);
    });
    socket.on('close', () => resolve());
  });
}
