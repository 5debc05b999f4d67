// The proxy that a Fastify user would take, and nothing else: no session; the client sends the token itself.
import proxy from '@fastify/http-proxy';
import fastify from 'fastify';

const app = fastify();
await app.register(proxy, { upstream: process.env.UPSTREAM });
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ port: app.server.address().port });
