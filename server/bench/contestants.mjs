import { request } from 'undici';
import { signIn, startKeyring } from './keyring-process.mjs';
import { Load } from './load.mjs';
import { MeasuredProcess } from './measured-process.mjs';
import { peersToken } from './upstream-process.mjs';

/** What a browser sends with a call of a page, beside what belongs to its session. */
const browserHeaders = {
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-GB,en;q=0.9,da;q=0.8',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
};

/** Peers, by the name of their file; those with a session sign in, to the others the client sends the token itself. */
export const peers = {
  thin: { label: 'node:http + undici `Pool.dispatch`, no authentication', session: false },
  'fastify-http-proxy': { label: '@fastify/http-proxy, no authentication', session: false },
  'secure-session': { label: '@fastify/secure-session + @fastify/http-proxy', session: true },
  'iron-session': { label: 'iron-session + http-proxy', session: true },
  'express-openid-connect': { label: 'express-openid-connect + http-proxy-middleware', session: true },
};

/** Starts a peer, and signs in to it where it has sessions. */
export async function startPeer(name, upstream) {
  const process = new MeasuredProcess(new URL(`./contestants/${name}.mjs`, import.meta.url), {
    UPSTREAM: upstream.url,
    PEERS_TOKEN: peersToken,
  });
  const { port } = await process.hello();
  const origin = `http://127.0.0.1:${port}`;
  if (!peers[name].session) return { name, process, origin, sessions: [{ path: '', headers: { authorization: `OAuth2 ${peersToken}` } }] };
  const answer = await request(`${origin}/sign-in`, { method: 'POST' });
  await answer.body.dump();
  const cookie = [answer.headers['set-cookie']].flat().map((line) => line.split(';', 1)[0]);
  return { name, process, origin, sessions: [{ path: '/api', headers: { cookie: cookie.join('; ') } }] };
}

/** Starts the keyring with one browser signed in as one app. */
export async function startOurs(upstream, flags) {
  const keyring = await startKeyring(upstream, flags);
  return { name: 'ours', ...keyring, sessions: [await signIn(keyring)] };
}

/** Puts a load on a contestant that asks for `what` in the name of its sessions by turns, and checks that each call did the whole work. */
export async function contender(contestant, upstream, { what = '/item/1', size = upstream.item.length, connections = 16 } = {}) {
  const { name, process, origin, sessions } = contestant;
  const calls = sessions.map(({ path, headers }) => ({ method: 'GET', path: path + what, headers: { ...browserHeaders, ...headers } }));
  if (what === '/item/1') await checkBody(name, origin, calls[0], upstream.item);
  await upstream.counts();
  return {
    name,
    load: new Load(origin, calls, { connections, size }),
    cpu: () => process.cpu(),
    async check(made) {
      const { calls: arrived, withToken, withCookie } = await upstream.counts();
      if (arrived !== made || withToken !== made || withCookie !== 0)
        throw new Error(`${name}: of ${made} calls ${arrived} arrived, ${withToken} with the token and ${withCookie} with a cookie`);
    },
  };
}

async function checkBody(name, origin, { path, headers }, expected) {
  const answer = await request(origin + path, { headers });
  const body = await answer.body.text();
  if (answer.statusCode !== 200 || body !== expected) throw new Error(`${name}: answered ${answer.statusCode} ${body.slice(0, 200)}`);
}
