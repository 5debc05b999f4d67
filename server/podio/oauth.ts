import { type PodioAnswer, sendRequest } from './http.ts';
import { readTokens, refuseSecondFactor, tokenError, withoutSecrets } from './token-answer.ts';

/** An API key, and the Podio it is for. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string;
  /** Without a slash at its end, as `https://api.podio.com`. */
  apiUrl: string;
  /** Milliseconds for a whole token request. */
  timeoutMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** What a grant gave. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** The access token's end: ms since 1970, by the local clock, counted from the receipt. */
  expiresAt: number;
  /** When the token answer came: ms since 1970. */
  obtainedAt: number;
  /** Who they act as, where the answer says it. */
  ref: { type: 'user' | 'app'; id: number } | undefined;
  /** What was granted, where the answer says it. To show, not to decide by. */
  scope: string | undefined;
}

const tokenTimeoutMs = 30_000;
/** 1 MiB: a token answer has some hundred bytes. */
const tokenAnswerBytes = 1024 * 1024;

/**
 * Exchanges the code that Podio added to the redirect URI, once.
 *
 * @throws {PodioInvalidGrantError} when the code is unknown, used, late, or from another client, redirect URI or verifier
 * @throws {PodioError} as every grant, for any other failure
 * @see https://developers.podio.com/authentication/server_side
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 */
export async function authorizationCodeGrant(
  client: OAuthClient,
  { code, redirectUri, codeVerifier }: { code: string; redirectUri: string; codeVerifier?: string | undefined },
): Promise<Tokens> {
  const answer = await requestToken(
    client,
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...(codeVerifier && { code_verifier: codeVerifier }) },
    [code, codeVerifier],
  );
  return readTokens(answer, now(client));
}

/**
 * Authenticates as an app: no person, and nothing but this app in reach.
 *
 * @throws {PodioInvalidGrantError} when the id or the token is wrong
 * @see https://developers.podio.com/authentication/app_auth
 */
export async function appGrant(client: OAuthClient, { appId, appToken }: { appId: number; appToken: string }): Promise<Tokens> {
  return readTokens(await requestToken(client, { grant_type: 'app', app_id: appId, app_token: appToken }, [appToken]), now(client));
}

/**
 * Authenticates with a person's mail address and password.
 *
 * @throws {PodioInvalidGrantError} when either is wrong
 * @throws {PodioSecondFactorError} when they are right but not enough
 * @see https://developers.podio.com/authentication/username_password
 */
export async function passwordGrant(client: OAuthClient, { username, password }: { username: string; password: string }): Promise<Tokens> {
  const answer = await requestToken(client, { grant_type: 'password', username, password }, [password]);
  refuseSecondFactor(answer);
  return readTokens(answer, now(client));
}

/**
 * Redeems a refresh token. What the answer leaves out (Podio may keep the refresh token) stays as it was.
 *
 * @throws {PodioInvalidGrantError} when Podio no longer renews this grant: only a new sign-in helps
 * @throws {PodioSubjectChangedError} when the answer holds the tokens of somebody else
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export async function refreshTokenGrant(client: OAuthClient, tokens: Tokens): Promise<Tokens> {
  const { refreshToken, accessToken } = tokens;
  const answer = await requestToken(client, { grant_type: 'refresh_token', refresh_token: refreshToken }, [refreshToken, accessToken]);
  return readTokens(answer, now(client), tokens);
}

export interface AuthorizeOptions {
  /** Where people sign in, as `https://podio.com/oauth/authorize`; a query of its own is kept. */
  authorizeUrl: string;
  clientId: string;
  redirectUri: string;
  /** Podio's default, everything, when absent or empty. */
  scope?: string | undefined;
  state?: string | undefined;
  /** S256 challenge (RFC 7636). */
  codeChallenge?: string | undefined;
}

/**
 * The address to send a person to. Each parameter stands there once, since Podio counts the last of two.
 *
 * @see https://developers.podio.com/authentication/server_side
 */
export function authorizeUrl({ authorizeUrl, clientId, redirectUri, scope, state, codeChallenge }: AuthorizeOptions): string {
  const url = new URL(authorizeUrl);
  const { searchParams } = url;
  searchParams.set('response_type', 'code');
  searchParams.set('client_id', clientId);
  searchParams.set('redirect_uri', redirectUri);
  if (scope) searchParams.set('scope', scope);
  if (state !== undefined) searchParams.set('state', state);
  if (codeChallenge) {
    searchParams.set('code_challenge', codeChallenge);
    searchParams.set('code_challenge_method', 'S256');
  }
  return url.href;
}

/** JSON to the token endpoint of Podio's present documentation; the form endpoint is what older clients use. */
async function requestToken(
  { apiUrl, clientId, clientSecret, timeoutMs = tokenTimeoutMs }: OAuthClient,
  grant: Record<string, string | number>,
  secrets: readonly (string | undefined)[],
): Promise<PodioAnswer> {
  // No dispatcher: a connection of its own. One that was kept alive may just be closing, and a grant must never be sent twice.
  const answer = await sendRequest(`${apiUrl}/oauth/token/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...grant, client_id: clientId, client_secret: clientSecret }),
    timeoutMs,
    maxBytes: tokenAnswerBytes,
  });
  if (answer.status === 200) return answer;
  throw tokenError(withoutSecrets(answer, [clientSecret, ...secrets]));
}

function now(client: OAuthClient): number {
  return (client.now ?? Date.now)();
}
