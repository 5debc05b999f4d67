import type { FastifyRequest } from 'fastify';
import type { Ref } from '../contract.ts';
import { clientAddress } from '../http/client-address.ts';
import { ProblemError } from '../http/problems.ts';
import { authenticationId, type SignIn } from '../keyring/authentication.ts';
import type { CookieHeader, Keyring } from '../keyring/keyring.ts';
import { keyringFull } from '../keyring/new-entry.ts';
import { LONGEST_NAME, shorten } from '../keyring/short-names.ts';
import type { Observability } from '../observability/observability.ts';
import { pseudonym } from '../observability/security-events.ts';
import { type ApiAccess, fetchName, fetchUserRef } from '../podio/identity.ts';
import type { OAuthClient, Tokens } from '../podio/oauth.ts';
import type { Settings } from '../settings.ts';
import { podioProblem } from './podio-problems.ts';

/**
 * What every way to sign in ends with: whose tokens are these, may they be here, what is their name.
 *
 * @param known the ref that the credentials themselves name, for an answer without one
 * @throws {ProblemError} `not_allowed`, `keyring_full`; `podio_error` and its like where Podio does not say whose they are
 */
export async function finishSignIn(
  context: { settings: Settings; keyring: Keyring; client: OAuthClient; observability: Observability },
  request: FastifyRequest,
  { method, tokens, known, asked }: { method: SignIn['method']; tokens: Tokens; known?: Ref; asked?: string },
) {
  const { settings, keyring, client, observability } = context;
  const { cookie: cookies } = request.headers;
  const api = { apiUrl: client.apiUrl, accessToken: tokens.accessToken, timeoutMs: settings.limits.nameRequestMs };
  const ref = tokens.ref ?? known ?? (await whose(api));
  checkAllowed(ref, settings.allowedRefs);
  await checkRoom(ref, cookies, keyring);
  const name = displayName((await fetchName(api, ref)) ?? '') || `${ref.type === 'app' ? 'App' : 'User'} ${ref.id}`;
  const scope = tokens.scope ?? asked ?? settings.defaultScope;
  const signedIn = await keyring.put(cookies, { method, ref, name, scope, tokens: { ...tokens, ref } });
  observability.security.report(
    'sign_in_succeeded',
    { authentication: signedIn.entry.id, keyring: pseudonym(signedIn.keyringId), method, address: clientAddress(request) },
    request.log,
  );
  return signedIn;
}

/** Podio's name of somebody is anybody's text: without what would make it look like another's, and of bounded length. */
function displayName(name: string): string {
  return shorten(name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim(), LONGEST_NAME);
}

async function whose(api: ApiAccess): Promise<Ref> {
  try {
    return await fetchUserRef(api);
  } catch (error) {
    throw podioProblem(error);
  }
}

/** @throws {ProblemError} `not_allowed` */
export function checkAllowed(ref: Ref, allowedRefs: ReadonlySet<string> | undefined): void {
  if (allowedRefs && !allowedRefs.has(authenticationId(ref)))
    throw new ProblemError(
      'not_allowed',
      `${authenticationId(ref)} may not sign in here. Ask the person who runs this keyring (ALLOWED_REFS).`,
    );
}

/** @throws {ProblemError} `keyring_full` where a new authentication would not fit; renewing one always fits */
export async function checkRoom(ref: Ref, cookies: CookieHeader, keyring: Keyring): Promise<void> {
  const entries = await keyring.list(cookies);
  if (entries.length >= keyring.capacity && !entries.some((entry) => entry.id === authenticationId(ref)))
    throw keyringFull(keyring.capacity);
}
