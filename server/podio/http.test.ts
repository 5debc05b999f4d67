import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { errors } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PodioConnectionError, PodioServerError, PodioUnexpectedAnswerError } from './errors.ts';
import { connectionError, parseBody, sendRequest } from './http.ts';
import { answerWith, startScriptedServer } from './testing.ts';

const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the body of an answer', () => {
  const bodyOf = async (body: string | Buffer, headers: Record<string, string>) => {
    const server = await startScriptedServer(answerWith(200, body, headers));
    return sendRequest(`${server.url}/x`, { method: 'GET' });
  };

  it('is parsed where it is JSON', async () => {
    expect(await bodyOf('{"a":[1]}', { 'content-type': 'application/json; charset=utf-8' })).toMatchObject({
      body: { a: [1] },
      malformedJson: false,
    });
    expect((await bodyOf('{"a":1}', { 'content-type': 'application/problem+json' })).body).toEqual({ a: 1 });
  });

  it('is text where it says so, and where it only claims to be JSON', async () => {
    expect(await bodyOf('<p>hi</p>', { 'content-type': 'text/html' })).toMatchObject({ body: '<p>hi</p>', malformedJson: false });
    expect(await bodyOf('{"a":', { 'content-type': 'application/json' })).toMatchObject({ body: '{"a":', malformedJson: true });
  });

  it('is the bytes of a file, also of a JSON file', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    expect((await bodyOf(bytes, { 'content-type': 'image/png' })).body).toEqual(bytes);
    const json = await bodyOf('{"a":1}', { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="a.json"' });
    expect(json.body).toEqual(Buffer.from('{"a":1}'));
  });

  it('is undefined where there is none', async () => {
    const server = await startScriptedServer((response) => response.writeHead(204).end());
    expect(await sendRequest(`${server.url}/x`, { method: 'DELETE' })).toMatchObject({ status: 204, body: undefined });
  });

  it.each([
    ['application/json', 'json'],
    ['APPLICATION/JSON;charset=utf-8', 'json'],
    ['application/vnd.api+json', 'json'],
    ['', 'json'],
    ['text/plain', 'text'],
    ['text/json', 'text'],
    ['application/xml', 'text'],
    ['application/xhtml+xml', 'text'],
    ['application/problem+xml', 'text'],
    ['application/octet-stream', 'bytes'],
    ['application/jsonp', 'bytes'],
    ['application/xmlx', 'bytes'],
    ['x-application/json', 'bytes'],
    ['x-application/xml', 'bytes'],
    ['x-text/plain', 'bytes'],
  ])('of type %j is %s', (type, kind) => {
    const bytes = Buffer.from('{"a":"ä"}');
    const forms: Record<string, unknown> = { json: { a: 'ä' }, text: '{"a":"ä"}', bytes };
    expect(parseBody(bytes, { 'content-type': type })).toEqual({ body: forms[kind], malformedJson: false });
  });

  it.each([
    ['attachment; filename="a.json"', true],
    ["attachment; FileName*=UTF-8''a.json", true],
    ['inline', false],
    ['attachment; nofilename=1', false],
    ['attachment; filename', false],
  ])('with the disposition %s is a file: %s', (disposition, file) => {
    const bytes = Buffer.from('7');
    expect(parseBody(bytes, { 'content-type': 'application/json', 'content-disposition': disposition }).body).toEqual(file ? bytes : 7);
  });

  it('without a type is JSON or text, whichever it is', () => {
    expect(parseBody(Buffer.from('[1]'), {})).toEqual({ body: [1], malformedJson: false });
    expect(parseBody(Buffer.from('[1'), {})).toEqual({ body: '[1', malformedJson: false });
  });

  it('is read to the last byte that its limit allows', async () => {
    const server = await startScriptedServer(answerWith(200, '12345', { 'content-type': 'text/plain' }));
    expect((await sendRequest(server.url, { method: 'GET', maxBytes: 5 })).body).toBe('12345');
    const error = await thrownBy(sendRequest(server.url, { method: 'GET', maxBytes: 4 }));
    expect(error).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(error).toMatchObject({ url: server.url });
  });

  it('CB12 is not read beyond its limit', async () => {
    const endless = (response: ServerResponse) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      };
      response.on('drain', more);
      more();
    };
    const server = await startScriptedServer(endless);
    expect(await thrownBy(sendRequest(server.url, { method: 'GET', maxBytes: 1000 }))).toBeInstanceOf(PodioUnexpectedAnswerError);
  });
});

describe('a request', () => {
  it('reaches the address as written and gets what was answered, a redirect too', async () => {
    const server = await startScriptedServer(answerWith(302, '', { location: 'http://127.0.0.1:1/' }));
    const answer = await sendRequest(`${server.url}/a%2Fb/?q=1&q=%20`, { method: 'GET', headers: { 'x-a': 'b' } });
    expect(answer).toMatchObject({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, url: `${server.url}/a%2Fb/?q=1&q=%20` });
    expect(server.requests).toMatchObject([{ url: '/a%2Fb/?q=1&q=%20', headers: { 'x-a': 'b' } }]);
  });

  it('has a connection of its own', async () => {
    const server = await startScriptedServer({});
    await sendRequest(server.url, { method: 'GET' });
    await sendRequest(server.url, { method: 'GET' });
    expect(server.connections()).toBe(2);
  });

  it('sends its body, and none where it has none', async () => {
    const server = await startScriptedServer({});
    await sendRequest(server.url, { method: 'POST', body: 'a body' });
    await sendRequest(server.url, { method: 'POST' });
    expect(server.requests.map(({ body }) => body)).toEqual(['a body', '']);
  });

  it('closes its connection, also where the other side would keep it', async () => {
    let socket: ServerResponse['socket'] = null;
    const server = await startScriptedServer((response) => {
      socket = response.socket;
      answerWith(200, {}, { connection: 'keep-alive', 'keep-alive': 'timeout=600' })(response);
    });
    await sendRequest(server.url, { method: 'GET' });
    await vi.waitFor(() => expect(socket?.destroyed).toBe(true));
  });

  it('leaves nothing behind at a signal that lives on', async () => {
    const { signal } = new AbortController();
    const server = await startScriptedServer({});
    await sendRequest(server.url, { method: 'GET', signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('stops when its caller aborts it, with the reason of the caller', async () => {
    const controller = new AbortController();
    const server = await startScriptedServer(() => controller.abort(new Error('changed my mind')));
    expect(await thrownBy(sendRequest(server.url, { method: 'GET', signal: controller.signal }))).toMatchObject({
      message: 'changed my mind',
    });
    expect(await thrownBy(sendRequest(server.url, { method: 'GET', signal: controller.signal }))).toMatchObject({
      message: 'changed my mind',
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('no whole answer', () => {
  it('is a connection error where nothing listens', async () => {
    const error = await thrownBy(sendRequest('http://127.0.0.1:1/x', { method: 'GET' }));
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ timedOut: false, status: undefined, url: 'http://127.0.0.1:1/x' });
    expect((error as Error).message).toContain('ECONNREFUSED');
  });

  it('is a connection error where the name is unknown', async () => {
    expect(await thrownBy(sendRequest('http://no-such-host.invalid/', { method: 'GET' }))).toBeInstanceOf(PodioConnectionError);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['before an answer', (response) => response.destroy()],
    [
      'within a body of known length',
      (response) => response.writeHead(200, { 'content-length': 100 }).write('{"a"', () => response.destroy()),
    ],
    ['within a chunked body', (response) => response.writeHead(200).write('{"a"', () => response.destroy())],
    [
      'within a chunked body that ends the connection',
      (response) => {
        response.writeHead(200, { connection: 'close', 'content-type': 'text/plain' });
        response.write('abc', () => response.socket?.end());
      },
    ],
  ])('CB11 is a connection error where the connection is cut %s, and nothing is sent again', async (_when, cut) => {
    const server = await startScriptedServer(cut);
    const error = await thrownBy(sendRequest(server.url, { method: 'POST', body: '{}' }));
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ timedOut: false });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['nothing comes', () => undefined],
    [
      'it drips',
      (response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('CB11 is a timeout where %s', async (_what, answer) => {
    const server = await startScriptedServer(answer);
    const error = await thrownBy(sendRequest(server.url, { method: 'GET', timeoutMs: 150 }));
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ timedOut: true, message: 'Podio did not answer within 0.15 seconds.' });
  });

  it('is a timeout where a long answer does not begin, or stands still', async () => {
    const answers: ((response: ServerResponse) => void)[] = [
      () => undefined,
      (response) => response.writeHead(200, { 'content-length': 100 }).write('{"a"'),
    ];
    const failures = answers.map(async (answer) => {
      const { url } = await startScriptedServer(answer);
      return thrownBy(sendRequest(url, { method: 'GET', stallMs: 100 }));
    });
    for (const error of await Promise.all(failures)) {
      expect(error).toBeInstanceOf(PodioConnectionError);
      expect(error).toMatchObject({ timedOut: true });
    }
  });

  it('is no limit for all of an answer whose parts come in time', async () => {
    const server = await startScriptedServer((response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
      setTimeout(() => response.end('b'), 60);
    });
    expect(await sendRequest(server.url, { method: 'GET', stallMs: 20_000, timeoutMs: 10 })).toMatchObject({ body: 'ab' });
  });

  it('is an unexpected answer where something else than HTTP answers', async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const { port } = server.address() as { port: number };
    expect(await thrownBy(sendRequest(`http://127.0.0.1:${port}/`, { method: 'GET' }))).toBeInstanceOf(PodioUnexpectedAnswerError);
  });
});

describe('the failure of a request', () => {
  const url = 'https://api.podio.com/item/1?fields=x';
  const failure = (code: string | undefined, Kind = Error) => Object.assign(new Kind('socket'), { code });

  it.each([new PodioServerError('known'), new TypeError('invalid header'), failure('UND_ERR_INVALID_ARG'), 'no error at all', undefined])(
    'is left as it is where it is %s',
    (error) => {
      expect(connectionError(error, url)).toBe(error);
    },
  );

  it.each([
    ['ETIMEDOUT', true],
    ['UND_ERR_HEADERS_TIMEOUT', true],
    ['UND_ERR_BODY_TIMEOUT', true],
    ['ECONNRESET', false],
    ['TIMEOUT_OF_ANOTHER_KIND', false],
    ['NOT_ETIMEDOUT', false],
    ['ETIMEDOUT_NOT', false],
  ])('with the code %s is a connection error that tells it; late: %s', (code, timedOut) => {
    const cause = failure(code);
    const error = connectionError(cause, url) as PodioConnectionError;
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ url, timedOut, cause });
    expect(error.message).toContain(`https://api.podio.com, or the connection was lost (${code})`);
  });

  it('without a code tells none', () => {
    expect((connectionError(failure(undefined), url) as Error).message).toMatch(/was lost\.$/);
  });

  it.each([
    [failure('UND_ERR_HEADERS_OVERFLOW'), PodioUnexpectedAnswerError],
    [new errors.HTTPParserError('Expected HTTP/'), PodioUnexpectedAnswerError],
    [new errors.HTTPParserError('Invalid EOF state'), PodioConnectionError],
  ])('of the parser keeps nothing of what was read: %s', (cause, Kind) => {
    const error = connectionError(cause, url) as Error;
    expect(error).toBeInstanceOf(Kind);
    expect(error).toMatchObject({ url });
    expect(error).not.toHaveProperty('cause');
    expect(error.message).toContain('https://api.podio.com');
  });
});
