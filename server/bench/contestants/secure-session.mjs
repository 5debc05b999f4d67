// What a Fastify user would build: the tokens in a sealed cookie of @fastify/secure-session, the calls through @fastify/http-proxy.
import proxy from '@fastify/http-proxy';
import secureSession from '@fastify/secure-session';
import fastify from 'fastify';
import { authorization, secret, session } from './session.mjs';

const app = fastify();
await app.register(secureSession, {
  secret,
  salt: 'sixteen bytes ok',
  cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'strict' },
});
app.post('/sign-in', async (request) => {
  for (const [key, value] of Object.entries(session)) request.session.set(key, value);
  return {};
});
await app.register(proxy, {
  upstream: process.env.UPSTREAM,
  prefix: '/api',
  preHandler: (request, reply, done) => {
    request.authorization = authorization({ accessToken: request.session.get('accessToken'), expiresAt: request.session.get('expiresAt') });
    if (request.authorization) done();
    else reply.code(401).send();
  },
  replyOptions: {
    rewriteRequestHeaders: (request, { cookie, ...headers }) => ({ ...headers, authorization: request.authorization }),
  },
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ port: app.server.address().port });
