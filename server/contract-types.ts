/**
 * What crosses between the browser and the token handler, as types alone, for whoever depends on the package: they need no schema library.
 * `contract.ts` has the schemas, and does not compile where the two differ.
 */

export type Method = 'authorization_code' | 'app' | 'password';

/** Podio's own reference to who an authentication acts as. */
export interface Ref {
  type: 'user' | 'app';
  id: number;
}

/** One grant that Podio gave us, as the browser may see it. Never a token. Times are ISO 8601, UTC. */
export interface Authentication {
  /** `<ref.type>-<ref.id>`, as user-1 or app-22117. */
  id: string;
  method: Method;
  ref: Ref;
  /** What a person would call it. */
  name: string;
  scope: string | null;
  /** The sign-in. */
  issuedAt: string;
  /** The access token's end; it is refreshed before that. */
  expiresAt: string;
  /** 28 days from the last token answer; after that: sign in again. */
  renewableUntil: string;
  readOnly: boolean;
}

/** The authentications of one browser, in the order in which they were added. */
export interface Keyring {
  authentications: Authentication[];
  capacity: number;
}

/** Which ways to sign in are offered, and in sandbox mode the sample credentials. */
export interface AuthConfig {
  mode: 'sandbox' | 'podio';
  methods: Method[];
  defaultScope: string;
  store: 'cookie' | 'redis';
  capacity: number;
  sandbox?: {
    url: string;
    users: { username: string; password: string; name: string }[];
    apps: { appId: number; appToken: string; name: string }[];
  };
}

/** A stable code of an error that the token handler makes; an answer that came from Podio has none of them. */
export type ProblemCode =
  | 'bad_request'
  | 'invalid_credentials'
  | 'second_factor_required'
  | 'unknown_authentication'
  | 'authentication_expired'
  | 'access_denied'
  | 'state_mismatch'
  | 'method_disabled'
  | 'cross_site'
  | 'forbidden_path'
  | 'not_found'
  | 'app_token_hidden'
  | 'keyring_full'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'read_only'
  | 'not_allowed'
  | 'too_many_attempts'
  | 'podio_unreachable'
  | 'podio_error'
  | 'client_rejected'
  | 'podio_timeout'
  | 'store_unavailable'
  | 'internal_error';

/** RFC 9457 problem details, with a stable `code`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  /** With 5xx: names the request as the log does. */
  instance?: string;
}

export interface AuthorizeRequest {
  scope?: string;
  returnTo?: string;
}

/** Podio's ids are integers; a form sends them as digits. Both are taken. */
export interface AppRequest {
  appId: number | string;
  appToken: string;
}

export interface PasswordRequest {
  username: string;
  password: string;
}

export interface SignedIn {
  authentication: Authentication;
}

export interface CallbackResponse extends SignedIn {
  returnTo: string;
}
