import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isCrossSite } from '../loopback.ts';
import type { SandboxState } from '../state.ts';
import { type AuthorizeRequest, denial, readAuthorizeRequest, redirectBack } from './authorize-request.ts';
import { grantedScope, pickableObjects } from './consent.ts';
import { consentPage, refusalPage, signInPage } from './pages.ts';

const cookieName = 'podio-sandbox-session';

/** `/oauth/authorize`: Podio's own sign-in and consent, as plain forms. @see https://developers.podio.com/authentication/server_side */
export function authorizePage(app: FastifyInstance, state: SandboxState): void {
  app.get('/oauth/authorize', (request, reply) => {
    const authorize = readOrAnswer(request, reply);
    if (!authorize) return reply;
    const session = state.sessions.find(sessionId(request));
    const user = session && state.store.users.get(session.userId);
    if (!session || !user) return sendPage(reply, 200, signInPage(authorize, {}), authorize);
    const objects = pickableObjects(authorize.permissions, user.userId, state.store);
    return sendPage(reply, 200, consentPage(authorize, { user, formToken: session.formToken, objects }), authorize);
  });

  app.post('/oauth/authorize', (request, reply) => {
    const authorize = readOrAnswer(request, reply);
    if (!authorize) return reply;
    if (isCrossSite(request.headers)) return sendPage(reply, 403, refusalPage('The form was sent from another site.'), authorize);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    return form.has('decision') ? decide(authorize, form, request, reply) : signIn(authorize, form, reply);
  });

  function signIn(authorize: AuthorizeRequest, form: URLSearchParams, reply: FastifyReply): FastifyReply {
    const username = form.get('username') ?? '';
    const user = [...state.store.users.values()].find(({ mail }) => mail === username.trim().toLowerCase());
    if (!user || user.password !== form.get('password')) {
      const error = 'This email and password do not belong together.';
      return sendPage(reply, 401, signInPage(authorize, { username, error }), authorize);
    }
    return reply.header('set-cookie', sessionCookie(state.sessions.start(user.userId))).redirect(`?${authorize.query}`, 303);
  }

  function decide(authorize: AuthorizeRequest, form: URLSearchParams, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const session = state.sessions.find(sessionId(request));
    // Also where the session ended since the page was shown: sign in, then decide anew.
    if (!session || session.formToken !== form.get('form_token')) return reply.redirect(`?${authorize.query}`, 303);
    switch (form.get('decision')) {
      case 'allow':
        return reply.redirect(redirectBack(authorize, allow(authorize, session.userId, form.getAll('object'))), 302);
      case 'deny':
        return reply.redirect(redirectBack(authorize, denial), 302);
      default:
        state.sessions.end(sessionId(request));
        return reply.header('set-cookie', sessionCookie('')).redirect(`?${authorize.query}`, 303);
    }
  }

  /** What goes back to the client: a code, or the tokens themselves. */
  function allow(authorize: AuthorizeRequest, userId: number, picked: readonly string[]): Record<string, string> {
    const { client, responseType, redirectUri, codeChallenge, codeChallengeMethod } = authorize;
    const scope = grantedScope(authorize, picked, pickableObjects(authorize.permissions, userId, state.store));
    if (responseType === 'token') return implicitTokens(client.clientId, userId, scope);
    return { code: state.codes.issue({ clientId: client.clientId, userId, scope, redirectUri, codeChallenge, codeChallengeMethod }) };
  }

  /** The documented members. The refresh token is among them, but podio-js says that it renews nothing. */
  function implicitTokens(clientId: string, userId: number, scope: string): Record<string, string> {
    const pair = state.grants.issue(clientId, { type: 'user', id: userId }, scope, state.settings);
    pair.refreshToken.expiresAt = state.clock.now();
    return {
      access_token: pair.accessToken.token,
      token_type: 'bearer',
      expires_in: String(state.settings.accessTokenTtlSeconds),
      refresh_token: pair.refreshToken.token,
      scope,
    };
  }
}

/** The request, or undefined once the refusal has been sent. */
function readOrAnswer(request: FastifyRequest, reply: FastifyReply): AuthorizeRequest | undefined {
  const at = request.url.indexOf('?');
  const read = readAuthorizeRequest(at === -1 ? '' : request.url.slice(at + 1));
  if (read.kind === 'valid') return read.request;
  if (read.kind === 'redirect') reply.redirect(read.location, 302);
  else sendPage(reply, 400, refusalPage(read.reason));
  return undefined;
}

function sendPage(reply: FastifyReply, status: number, page: string, authorize?: AuthorizeRequest): FastifyReply {
  // Chromium holds the redirect that follows a form to `form-action` too, so the client's origin stands there.
  const formAction = authorize ? `form-action 'self' ${new URL(authorize.redirectUri).origin}` : "form-action 'none'";
  return reply
    .code(status)
    .headers({
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; ${formAction}`,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}

/** Not `Secure`: the sandbox is http on a loopback address, where Safari would drop it. */
const sessionCookie = (id: string): string =>
  `${cookieName}=${id}; Path=/oauth/authorize; HttpOnly; SameSite=Lax${id === '' ? '; Max-Age=0' : ''}`;

function sessionId({ headers }: FastifyRequest): string | undefined {
  return headers.cookie
    ?.split('; ')
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
}
