import type { FastifyInstance, FastifyReply } from 'fastify';
import { noPath } from './errors.ts';
import { pageCss } from './page/page-css.ts';
import { pageHtml } from './page/page-html.ts';
import { pageJs } from './page/page-js.ts';
import type { SandboxState } from './state.ts';

/** The sandbox's own page for people, at its address; no fault touches it. Its controls are those of `/_sandbox`. */
export function ownPage(app: FastifyInstance, state: SandboxState): void {
  app.get('/', ({ headers }, reply) => {
    if (!headers.accept?.includes('text/html')) throw noPath('/');
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
    reply.headers({ 'content-security-policy': `${policy}; frame-ancestors 'none'`, 'referrer-policy': 'no-referrer' });
    return send(reply, 'text/html', pageHtml(state.publishedCredentials(), state.origin));
  });
  app.get('/_sandbox/page.css', (_request, reply) => send(reply, 'text/css', pageCss));
  app.get('/_sandbox/page.js', (_request, reply) => send(reply, 'text/javascript', pageJs));
}

const send = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' }).type(`${type}; charset=utf-8`).send(text);
