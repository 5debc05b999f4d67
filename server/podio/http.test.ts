import type { ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PodioConnectionError, PodioUnexpectedAnswerError } from './errors.ts';
import { sendRequest } from './http.ts';
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
