import { once } from 'node:events';
import { connect } from 'node:http2';
import { request } from 'node:https';

/** What a browser does with the front: TLS, one origin, and a jar of cookies that heeds paths. */
export function createBrowser({ port, hostname }) {
  const origin = `https://${hostname}:${port}`;
  const jar = new Map();

  function cookiesFor(path) {
    return [...jar.values()].filter((cookie) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')));
  }

  function keep(lines = []) {
    for (const line of lines) {
      const [pair, ...attributes] = line.split('; ');
      const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
      const [name] = pair.split('=', 1);
      if (attributes.includes('Max-Age=0')) jar.delete(`${path} ${name}`);
      else jar.set(`${path} ${name}`, { pair, path });
    }
  }

  /** @returns status, headers, body as text, and the bytes of the answer's Set-Cookie lines */
  function send(method, path, { json, body, headers = {}, onData } = {}) {
    const cookie = cookiesFor(path.split('?')[0])
      .map(({ pair }) => pair)
      .join('; ');
    return new Promise((resolve, reject) => {
      const outgoing = request({
        ...{ host: '127.0.0.1', port, method, path, servername: hostname, rejectUnauthorized: false, agent: false },
        headers: {
          ...{ host: `${hostname}:${port}`, 'sec-fetch-site': 'same-origin', origin },
          ...(cookie && { cookie }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      });
      outgoing.setTimeout(20_000, () => outgoing.destroy(new Error(`${method} ${path}: no answer in 20 s`)));
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        const parts = [];
        response.on('data', (part) => {
          parts.push(part);
          onData?.(part);
        });
        response.on('error', reject);
        response.on('end', () => {
          const lines = response.headers['set-cookie'];
          keep(lines);
          const text = Buffer.concat(parts).toString();
          resolve({
            status: response.statusCode,
            headers: response.headers,
            text,
            setCookies: lines?.length ?? 0,
            setCookieBytes: bytesOf(lines),
          });
        });
      });
      if (typeof body === 'function') body(outgoing);
      else outgoing.end(json === undefined ? body : JSON.stringify(json));
    });
  }

  /** As browsers do that were offered it; without a body. @returns status, and what the Set-Cookie lines say */
  async function sendOverHttp2(method, path) {
    const session = connect(`https://127.0.0.1:${port}`, { servername: hostname, rejectUnauthorized: false });
    const cookie = cookiesFor(path).map(({ pair }) => pair);
    const stream = session.request({
      ...{ ':method': method, ':path': path, ':authority': `${hostname}:${port}`, 'sec-fetch-site': 'same-origin', origin },
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
    });
    try {
      stream.setTimeout(20_000, () => stream.destroy(new Error(`${method} ${path}: no answer in 20 s`)));
      const [headers] = await once(stream, 'response');
      const lines = headers['set-cookie'] ?? [];
      keep(lines);
      return { status: headers[':status'], setCookies: lines.length, setCookieBytes: bytesOf(lines) };
    } finally {
      stream.close();
      session.close();
    }
  }

  return { send, sendOverHttp2, cookieBytes: (path) => cookiesFor(path).reduce((sum, { pair }) => sum + pair.length + 2, 0) };
}

const bytesOf = (lines = []) => lines.reduce((sum, line) => sum + `set-cookie: ${line}\r\n`.length, 0);
