import type { FastifyInstance } from 'fastify';
import { pageCss } from './page/page-css.ts';
import type { SandboxState } from './state.ts';

/** The sandbox's own pages' parts, under its controls, where no fault touches them. */
export function ownPage(app: FastifyInstance, _state: SandboxState): void {
  app.get('/_sandbox/page.css', (_request, reply) =>
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' }).type('text/css; charset=utf-8').send(pageCss),
  );
}
