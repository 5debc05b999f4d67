import type { Method } from '../contract-types.ts';

/** How the token handler is embedded: the settings of the whole product, as options. */
export interface PodioKeyringOptions {
  /** What its addresses begin with, as `/podio`; the React entry's `KeyringProvider` is given the same. */
  prefix?: string;
  /** The origin that people visit, as `https://crm.example.com`. Requests with another `Host` are refused. */
  publicUrl: string;
  /** An API key, from podio.com/settings/api. */
  clientId: string;
  clientSecret: string;
  /** At least 32 characters each: the first seals cookies, all of them open. */
  cookieSecrets: readonly string[];
  /** The page of yours that Podio redirects to, and that posts what it got; `/callback` if absent. */
  callbackPath?: string;
  /** Where a sign-in leads that named no `returnTo`. A path; `/` if absent. */
  homePath?: string;
  apiUrl?: string;
  authorizeUrl?: string;
  /** Sends PKCE (S256), which Podio does not document. */
  pkce?: boolean;
  /** The server-side flow and apps, if absent. */
  loginMethods?: readonly Method[];
  defaultScope?: string;
  /** Keeps keyrings in Redis or Valkey in place of cookies, for several instances; see `REDIS_URL`. */
  redisUrl?: string;
  /** Authentications that one browser holds. */
  capacity?: number;
  /** Ids such as `user-1` that may sign in; anyone, if absent. */
  allowedRefs?: readonly string[];
}
