import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { AuthConfig } from './contract.ts';
import { describeStart } from './greeting.ts';
import { loadSettings } from './load-settings.ts';
import { startSandbox } from './sandbox/sandbox.ts';
import type { Settings } from './settings.ts';

/** What `npm run dev` keeps while sources change. */
export interface Development {
  settings: Settings;
  sandbox: AuthConfig['sandbox'];
  greeting: string;
}

/** Reads the settings and starts the sandbox where no Podio credentials are set; once, however often the app is built anew. */
export async function startDevelopment(): Promise<Development> {
  const settings = loadSettings();
  const sandbox = settings.mode === 'sandbox' ? await startSandbox({ port: settings.sandboxPort }) : undefined;
  return {
    settings,
    sandbox: sandbox && { url: `http://localhost:${sandbox.port}`, ...sandbox.publishedCredentials },
    greeting: describeStart(settings, sandbox?.publishedCredentials),
  };
}

/** The app without its page: in development that comes from Vite, under Vite's own headers. */
export async function buildDevelopmentApp({ settings, sandbox }: Development): Promise<FastifyInstance> {
  const app = await buildApp(settings, { sandbox });
  await app.ready();
  return app;
}
