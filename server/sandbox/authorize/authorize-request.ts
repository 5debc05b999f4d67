import { type Client, findClient } from '../credentials.ts';
import { defaultScope, parseScope, type ScopeGrant } from '../scope.ts';

/** A request to `/oauth/authorize` that may be shown to the person. */
export interface AuthorizeRequest {
  client: Client;
  /** `code`, or `token`: the implicit grant, whose tokens go to the page itself. */
  responseType: 'code' | 'token';
  redirectUri: string;
  scope: string;
  permissions: readonly ScopeGrant[];
  codeChallenge: string | undefined;
  codeChallengeMethod: 'S256' | 'plain';
  /** The raw query, so that the forms of the page repeat it byte for byte. */
  query: string;
}

/**
 * What is to be done with a request: show the page; send the browser back with an error; or, where sending it back would be an
 * open redirect (unknown client, foreign redirect URI), show an error page.
 */
export type ReadRequest =
  | { kind: 'valid'; request: AuthorizeRequest }
  | { kind: 'redirect'; location: string }
  | { kind: 'refused'; reason: string };

const loopback = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127\.0\.0\.1|\[::1\])$/;

/** Reads the query of `/oauth/authorize`. A parameter that is given twice counts as last given; unknown ones are ignored. */
export function readAuthorizeRequest(query: string): ReadRequest {
  const parameters = new URLSearchParams(query);
  const last = (name: string): string | undefined => parameters.getAll(name).at(-1);
  const clientId = last('client_id');
  if (!clientId) return { kind: 'refused', reason: 'The parameter client_id is missing.' };
  const client = findClient(clientId);
  if (!client) return { kind: 'refused', reason: `There is no API key with the client id “${clientId}”.` };
  const redirectUri = last('redirect_uri');
  const problem = redirectProblem(redirectUri);
  if (redirectUri === undefined || problem) return { kind: 'refused', reason: problem ?? 'The parameter redirect_uri is missing.' };

  const responseType = last('response_type') || 'code';
  const refuse = (error: string, description: string): ReadRequest => ({
    kind: 'redirect',
    location: redirectBack({ redirectUri, query, responseType }, { error, error_description: description }),
  });
  if (responseType !== 'code' && responseType !== 'token')
    return refuse('unsupported_response_type', 'The response type must be code or token.');
  const scope = last('scope')?.trim() || defaultScope;
  const permissions = parseScope(scope);
  if (!permissions) return refuse('invalid_scope', 'The scope must be of the form type:permission.');
  const codeChallenge = last('code_challenge');
  const codeChallengeMethod = last('code_challenge_method') ?? 'plain';
  if (codeChallengeMethod !== 'S256' && codeChallengeMethod !== 'plain')
    return refuse('invalid_request', 'The code challenge method must be S256 or plain.');
  if (codeChallenge !== undefined && !/^[A-Za-z0-9._~-]{43,128}$/.test(codeChallenge))
    return refuse('invalid_request', 'The code challenge must have 43 to 128 characters of those that RFC 7636 allows.');
  return { kind: 'valid', request: { client, responseType, redirectUri, scope, permissions, codeChallenge, codeChallengeMethod, query } };
}

function redirectProblem(redirectUri: string | undefined): string | undefined {
  if (!redirectUri) return 'The parameter redirect_uri is missing.';
  if (!URL.canParse(redirectUri)) return `The redirect_uri “${redirectUri}” is not an absolute address.`;
  const { protocol, hostname, username, password } = new URL(redirectUri);
  if (protocol !== 'http:' && protocol !== 'https:') return 'The redirect_uri must begin with http: or https:.';
  if (username || password) return 'The redirect_uri must not contain a user name or password.';
  if (redirectUri.includes('#')) return 'The redirect_uri must not have a fragment.';
  if (/[^\x21-\x7e]/.test(redirectUri)) return 'The redirect_uri must be of printable ASCII characters.';
  if (!loopback.test(hostname))
    return `The redirect_uri is at “${hostname}”, but this API key is registered for localhost and 127.0.0.1 (any port and path).`;
  return undefined;
}

/**
 * The redirect URI with parameters added: to the query that it may have, or, where tokens were asked for, as its fragment, which no server
 * sees. `state` comes back as it stood in the request, byte for byte.
 */
export function redirectBack(
  { redirectUri, query, responseType }: { redirectUri: string; query: string; responseType: string },
  parameters: Record<string, string>,
): string {
  const state = rawParameter(query, 'state');
  const added = `${new URLSearchParams(parameters)}${state === undefined ? '' : `&state=${state}`}`;
  if (responseType === 'token') return `${redirectUri}#${added}`;
  const separator = !redirectUri.includes('?') ? '?' : /[?&]$/.test(redirectUri) ? '' : '&';
  return `${redirectUri}${separator}${added}`;
}

/** The last value of a parameter, not decoded. */
function rawParameter(query: string, name: string): string | undefined {
  const pair = query
    .split('&')
    .filter((part) => part === name || part.startsWith(`${name}=`))
    .at(-1);
  return pair === undefined ? undefined : pair.slice(name.length + 1);
}

/** Denial, as Podio documents it: the reason first. */
export const denial = { error_reason: 'user_denied', error: 'access_denied', error_description: 'The user denied your request.' };
