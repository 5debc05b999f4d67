// What an Express user would build: the session of express-openid-connect with its defaults, the calls through http-proxy-middleware.
import { Agent, createServer } from 'node:http';
import express from 'express';
import { auth } from 'express-openid-connect';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { listen } from './listen.mjs';
import { authorization, secret, session } from './session.mjs';

const app = express();
app.use(
  auth({
    authRequired: false,
    issuerBaseURL: 'http://127.0.0.1:1', // never asked on this path
    baseURL: 'http://localhost',
    clientID: 'bench',
    clientSecret: secret,
    authorizationParams: { response_type: 'code', response_mode: 'query' },
    secret,
    session: { cookie: { secure: false } }, // over plain http it would set none
  }),
);
app.post('/sign-in', (request, response) => {
  Object.assign(request.appSession, { id_token: 'none', ...session });
  response.json({});
});
app.use(
  '/api',
  (request, response, next) => {
    request.podioAuthorization = authorization(request.appSession);
    if (request.podioAuthorization) next();
    else response.sendStatus(401);
  },
  createProxyMiddleware({
    target: process.env.UPSTREAM,
    agent: new Agent({ keepAlive: true, maxSockets: 128 }),
    on: {
      proxyReq: (outgoing, request) => {
        outgoing.removeHeader('cookie');
        outgoing.setHeader('authorization', request.podioAuthorization);
      },
    },
  }),
);
listen(createServer(app));
