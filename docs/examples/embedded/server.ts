// A Fastify of your own with the token handler in it. Build app.tsx into app.js with any bundler, then `node server.js`.
import { readFile } from 'node:fs/promises';
import fastify from 'fastify';
import podioKeyring, { podioKeyringUrl } from 'podio-keyring/fastify';

const port = Number(process.env.PORT ?? 3000);
const podio = process.env.PODIO_API_URL ?? 'http://localhost:3001';

const app = fastify({ rewriteUrl: podioKeyringUrl('/podio') });
await app.register(podioKeyring, {
  prefix: '/podio',
  publicUrl: `http://localhost:${port}`,
  clientId: process.env.PODIO_CLIENT_ID ?? 'sandbox',
  clientSecret: process.env.PODIO_CLIENT_SECRET ?? 'sandbox-secret',
  cookieSecrets: [process.env.COOKIE_SECRET ?? 'for this example only, never on the internet'],
  apiUrl: podio,
  authorizeUrl: `${podio}/oauth/authorize`,
});
const page = '<!doctype html><title>Items</title><div id="root"></div><script type="module" src="/app.js"></script>';
app.get('/', (_request, reply) => reply.type('text/html').send(page));
app.get('/app.js', async (_request, reply) => reply.type('text/javascript').send(await readFile(new URL('app.js', import.meta.url))));
await app.listen({ port });
console.log(`http://localhost:${port}`);
