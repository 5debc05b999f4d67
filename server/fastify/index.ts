import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import type { PodioKeyringOptions } from './options.ts';
import { settingsFromOptions } from './settings-from-options.ts';
import { routedUrl, tokenHandler } from './token-handler.ts';

export type { Authentication } from '../contract-types.ts';
export type { PodioKeyring } from './decorators.ts';
export type { PodioKeyringOptions } from './options.ts';

/**
 * The token handler in a Fastify of yours: `/auth/*` and `/keyring*` below `prefix`, in a scope of their own.
 *
 * Only decorators reach your instance: `fastify.podioKeyring` and `request.podioAuthentications()`. Give your instance
 * {@link podioKeyringUrl} as `rewriteUrl`, so that paths of Podio's with escapes reach it byte for byte.
 *
 * @throws {SettingsError} when an option is missing or wrong; its message names each
 */
export const podioKeyring: FastifyPluginAsync<PodioKeyringOptions> = fp(
  async (app: FastifyInstance, options: PodioKeyringOptions): Promise<void> => {
    await app.register(tokenHandler, { settings: settingsFromOptions(options) });
  },
  { fastify: '5.x', name: 'podio-keyring-options' },
);

export default podioKeyring;

/** For Fastify's `rewriteUrl`: shows the router whose call it is, and leaves Podio's path alone. */
export function podioKeyringUrl(prefix = ''): (request: { url?: string | undefined }) => string {
  return (request) => routedUrl(request.url ?? '/', prefix.replace(/\/$/, ''));
}
