import type { Authentication } from '../contract-types.ts';

/** What a keyring is, as the instance that it is registered on may see it. */
export interface PodioKeyring {
  readonly publicUrl: string;
  /** What the addresses of the token handler begin with; empty at the root. */
  readonly basePath: string;
  /** Authentications that one browser holds. */
  readonly capacity: number;
  /** Whether it can serve: with a store, whether that answers. Never rejects. */
  readonly ready: () => Promise<boolean>;
}

declare module 'fastify' {
  interface FastifyInstance {
    podioKeyring: PodioKeyring;
  }
  interface FastifyRequest {
    /** The authentications that the browser of this request holds, in the order in which they were added. Never a token. */
    podioAuthentications(): Promise<Authentication[]>;
  }
}
