import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';

interface Handler {
  routing(request: IncomingMessage, response: ServerResponse): void;
  close(): PromiseLike<unknown>;
}

const own = /^\/(auth|keyring|sandbox|healthz|readyz|openapi\.json|api-reference|api-reference\.css)(\/|\?|$)/;

/**
 * Development only: the token handler answers its own paths inside Vite's server, on one port, and is built anew when its sources change.
 * The sandbox and the secret that seals cookies stay, so that an edit signs nobody out.
 */
export function fastifyInVite(): Plugin {
  return {
    name: 'fastify-in-vite',
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,
    async configureServer(vite) {
      const { start, build } = await development(vite);
      await start();
      vite.middlewares.use((request, response, next) => {
        if (!own.test(request.url ?? '')) return next();
        build().then((app) => app.routing(request, response), next);
      });
    },
  };
}

async function development(vite: ViteDevServer) {
  process.env.COOKIE_SECRETS ??= crypto.randomUUID() + crypto.randomUUID();
  const entry = `${import.meta.dirname}/../server/development.ts`;
  const first = await vite.ssrLoadModule(entry);
  const started = await first.startDevelopment();
  let current: { module: object; app: Promise<Handler> } | undefined;
  return {
    start: async () => process.stdout.write(started.greeting),
    build: async (): Promise<Handler> => {
      const module = await vite.ssrLoadModule(entry);
      if (current?.module !== module) {
        void current?.app.then((old) => old.close());
        current = { module, app: module.buildDevelopmentApp(started) as Promise<Handler> };
      }
      return current.app;
    },
  };
}
