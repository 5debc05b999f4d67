// What a user of plain Node would build: the tokens in a sealed cookie of iron-session, the calls through http-proxy.
import { Agent, createServer } from 'node:http';
import httpProxy from 'http-proxy';
import { getIronSession } from 'iron-session';
import { listen } from './listen.mjs';
import { authorization, secret, session } from './session.mjs';

const proxy = httpProxy.createProxyServer({ target: process.env.UPSTREAM, agent: new Agent({ keepAlive: true, maxSockets: 128 }) });
proxy.on('proxyReq', (outgoing, request) => {
  outgoing.removeHeader('cookie');
  outgoing.setHeader('authorization', request.authorization);
});
proxy.on('error', (_error, _request, response) => response.destroy());

listen(
  createServer(async (request, response) => {
    const held = await getIronSession(request, response, { password: secret, cookieName: 'session' });
    if (request.url === '/sign-in') {
      Object.assign(held, session);
      await held.save();
      response.end();
      return;
    }
    request.authorization = authorization(held);
    request.url = request.url.slice('/api'.length);
    if (request.authorization) proxy.web(request, response);
    else response.writeHead(401).end();
  }),
);
