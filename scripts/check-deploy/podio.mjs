import { createServer, request } from 'node:http';

/**
 * Stands between the token handler and the sandbox, and can hold a body still: what arrives while the sender still has a part in hand was
 * passed on as it came, and not gathered on the way.
 */
export async function startPodio(sandboxPort) {
  const arrivals = new Map();
  const seen = [];
  const server = createServer((incoming, answer) => {
    seen.push({ url: incoming.url, headers: incoming.headers });
    if (incoming.url.startsWith('/held')) return answerInTwoParts(answer, arrivals.get(incoming.url));
    const arrival = arrivals.get(incoming.url);
    if (arrival) incoming.once('data', arrival.resolve);
    const { method, url: path, headers } = incoming;
    const onward = request({
      host: '127.0.0.1',
      port: sandboxPort,
      method,
      path,
      headers: { ...headers, host: `127.0.0.1:${sandboxPort}` },
    });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    seen,
    /** For the next request to `url`: a promise that its first bytes arrived, or (of `/held…`) what lets the second part go. */
    expect(url) {
      const arrival = Promise.withResolvers?.() ?? withResolvers();
      arrivals.set(url, arrival);
      return arrival;
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function answerInTwoParts(answer, { promise }) {
  answer.writeHead(200, { 'content-type': 'application/octet-stream' });
  answer.write('first');
  await promise;
  answer.end('second');
}

function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
