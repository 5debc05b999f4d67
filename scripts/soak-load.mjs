// The load of a soak: browsers that sign in, call, break off, refresh and sign out, while Podio misbehaves now and then.
import { Agent, request } from 'node:http';

/** One browser with its cookies, on a connection that it keeps. */
class Browser {
  #jar = new Map();
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  #port;
  #seen;

  constructor(port, seen) {
    this.#port = port;
    this.#seen = seen;
  }

  /** @param leave milliseconds after which the browser breaks off */
  send(method, path, { body, leave } = {}) {
    const payload = body && (typeof body === 'string' ? body : JSON.stringify(body));
    const cookie = [...this.#jar]
      .filter(([key]) => path.startsWith(key.split(' ')[1]))
      .map(([key, value]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
    const headers = {
      host: `localhost:${this.#port}`,
      origin: `http://localhost:${this.#port}`,
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    };
    return new Promise((resolve) => {
      const done = (status) => {
        this.#seen.set(status, (this.#seen.get(status) ?? 0) + 1);
        resolve(status);
      };
      const call = request({ port: this.#port, host: '127.0.0.1', agent: this.#agent, method, path, headers }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) this.#store(line);
        response.on('error', () => undefined); // 'close' follows
        const ours = response.statusCode === 500 && response.headers['content-type']?.startsWith('application/problem+json');
        response.resume().on('close', () => done(response.complete ? (ours ? 'internal error' : response.statusCode) : 'broken off'));
      });
      call.on('error', () => done('broken off'));
      if (leave) setTimeout(() => call.destroy(), leave);
      call.end(payload);
    });
  }

  #store(line) {
    const [, name, value, path] = /^([^=]+)=([^;]*); Path=([^;]*)/.exec(line);
    if (/Max-Age=0$/.test(line)) this.#jar.delete(`${name} ${path}`);
    else this.#jar.set(`${name} ${path}`, value);
  }

  close() {
    this.#agent.destroy();
  }
}

const faults = [
  { status: 500 },
  { status: 503, body: '<html>Sorry</html>', headers: { 'content-type': 'text/html' } },
  { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  { status: 420 },
  { drop: true },
  { status: 200, body: '{"half":' },
  { delayMs: 200 },
];
const pick = (list) => list[Math.floor(Math.random() * list.length)];

/**
 * Runs browsers until told to stop.
 *
 * @param control tells the sandbox: `control('POST', '/expire', {})`
 * @param seen counts of statuses
 */
export function startLoad({ port, control, seen, browsers = 12 }) {
  let running = true;

  async function live() {
    while (running) {
      const browser = new Browser(port, seen);
      const ids = Array.from({ length: 3 }, () => 22117 + Math.floor(Math.random() * 70));
      for (const appId of ids) await browser.send('POST', '/auth/app', { body: { appId, appToken: `sandbox-app-token-${appId}` } });
      for (let round = 0; running && round < 30; round += 1) {
        const appId = pick(ids);
        const api = `/keyring/app-${appId}/api`;
        await pick([
          () => browser.send('GET', `${api}/app/${appId}`),
          () => browser.send('POST', `${api}/item/app/${appId}/filter/`, { body: { limit: 20 } }),
          () => browser.send('PUT', `${api}/item/1`, { body: { fields: { title: 'x'.repeat(20_000) } } }),
          () => Promise.all(Array.from({ length: 6 }, () => browser.send('GET', `${api}/app/${appId}`))),
          () => browser.send('POST', `${api}/file/v2/`, { body: 'x'.repeat(300_000), leave: 5 }),
          () => browser.send('GET', `${api}/app/${appId}`, { leave: 1 }),
          () => browser.send('POST', `/keyring/app-${appId}/refresh`),
          () => browser.send('GET', '/keyring'),
          () => browser.send('POST', '/auth/authorize', { body: {} }),
          () => browser.send('POST', '/auth/callback', { body: { code: 'none', state: String(Math.random()) } }),
          () => browser.send('GET', `${api}/oauth/token`),
          () => browser.send('DELETE', `/keyring/app-${pick(ids)}`),
        ])();
        await new Promise((next) => setTimeout(next, 40)); // long rather than hard: the benchmark is for that
      }
      await browser.send('DELETE', '/keyring');
      browser.close();
    }
  }

  async function trouble() {
    while (running) {
      await control('POST', '/faults', { ...pick(faults), times: 3 });
      await control('POST', '/faults', { ...pick(faults), path: '/oauth/token/v2', times: 1 });
      await control('POST', pick(['/expire', '/expire', '/expire', '/revoke']), {});
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  const all = Promise.all([...Array.from({ length: browsers }, live), trouble()]);
  return async () => {
    running = false;
    await all;
  };
}
