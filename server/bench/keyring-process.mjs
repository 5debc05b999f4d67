import { once } from 'node:events';
import { createServer } from 'node:net';
import { request } from 'undici';
import { MeasuredProcess } from './measured-process.mjs';

const entry = new URL('../../dist/server/main.js', import.meta.url);

/** As `npm start` gives them: a small young generation, which costs a call nothing and spares a fifth of the memory. */
const nodeFlags = ['--max-semi-space-size=4'];

/** The built keyring with its ordinary settings, before the upstream. */
export async function startKeyring(upstream, flags = []) {
  const port = await freePort();
  return start(port, settings(upstream, port), flags);
}

/** The built keyring with the sandbox, as `npm start` gives it. */
export async function startInSandboxMode() {
  const port = await freePort();
  return start(port, { PORT: String(port), SANDBOX_PORT: String(await freePort()) });
}

async function start(port, env, flags = []) {
  const startedAt = performance.now();
  const process = new MeasuredProcess(entry, env, [...nodeFlags, ...flags]);
  const origin = `http://127.0.0.1:${port}`;
  const host = `localhost:${port}`;
  await process.unlessItEnds(ready(origin, host));
  return { process, origin, host, readyMs: performance.now() - startedAt, resident: await process.resident(), stop: () => process.stop() };
}

function settings(upstream, port) {
  return {
    PORT: String(port),
    PODIO_API_URL: upstream.url,
    PODIO_CLIENT_ID: 'bench',
    PODIO_CLIENT_SECRET: 'bench-secret',
    COOKIE_SECRETS: 'a secret of the benchmark that is of no use',
  };
}

/** Signs a new browser in as so many apps; gives the headers of a call as the last of them, as that browser would send them. */
export async function signIn({ origin, host }, authentications = 1, firstApp = 1) {
  const jar = new Map();
  const last = firstApp + authentications - 1;
  for (let appId = firstApp; appId <= last; appId++) {
    const answer = await request(`${origin}/auth/app`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/json', cookie: [...jar.values()].join('; ') },
      body: JSON.stringify({ appId, appToken: `sandbox-app-token-${appId}` }),
    });
    if (answer.statusCode !== 201) throw new Error(`the sign-in was answered ${answer.statusCode}: ${await answer.body.text()}`);
    await answer.body.dump();
    // The token cookie's path brings it along with the calls of its own authentication only: the last one's.
    for (const cookie of [answer.headers['set-cookie']].flat()) jar.set(cookie.split('=', 1)[0], cookie.split(';', 1)[0]);
  }
  return { path: `/keyring/app-${last}/api`, headers: { host, cookie: [...jar.values()].join('; ') } };
}

/** A port of the loopback interface on which nobody listens. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(origin, host) {
  for (;;) {
    const answer = await request(`${origin}/readyz`, { headers: { host } }).catch(() => undefined);
    await answer?.body.dump();
    if (answer?.statusCode === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
