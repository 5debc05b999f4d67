import type { IncomingHttpHeaders } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import {
  AppRequest,
  AuthConfig,
  AuthorizeRequest,
  AuthorizeResponse,
  CallbackRequest,
  CallbackResponse,
  type Method,
  PasswordRequest,
  SignedIn,
} from '../contract.ts';
import type { Attempter, Attempts } from '../http/attempts.ts';
import { clientAddress } from '../http/client-address.ts';
import { ProblemError } from '../http/problems.ts';
import { checkReturnTo } from '../http/return-to.ts';
import { publicAuthentication } from '../keyring/authentication.ts';
import type { Keyring } from '../keyring/keyring.ts';
import type { Logins } from '../keyring/login.ts';
import type { Observability } from '../observability/observability.ts';
import { appGrant, authorizationCodeGrant, authorizeUrl, type OAuthClient, passwordGrant, type Tokens } from '../podio/oauth.ts';
import type { Settings } from '../settings.ts';
import { podioProblem, signInProblem } from './podio-problems.ts';
import { problemResponses } from './problem-responses.ts';
import { checkAllowed, checkRoom, finishSignIn } from './sign-in.ts';

export interface LoginRoutesOptions {
  settings: Settings;
  keyring: Keyring;
  logins: Logins;
  client: OAuthClient;
  attempts: Attempts;
  observability: Observability;
  /** Published sample credentials, in sandbox mode only. */
  sandbox: AuthConfig['sandbox'];
}

/** `/auth/*`: the ways to sign in. Only these, and what ends authentications, write the keyring cookie. */
export async function loginRoutes(instance: FastifyInstance, options: LoginRoutesOptions): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { settings, keyring, logins, client, attempts, sandbox } = options;
  const redirectUri = `${settings.publicUrl}${settings.callbackPath ?? '/callback'}`;

  const config: AuthConfig = {
    mode: settings.mode,
    methods: [...settings.loginMethods],
    defaultScope: settings.defaultScope,
    store: settings.redisUrl === undefined ? 'cookie' : 'redis',
    capacity: keyring.capacity,
    ...(sandbox && { sandbox }),
  };
  app.get(
    '/auth/config',
    { schema: { summary: 'Which ways to sign in are on', response: { 200: AuthConfig, ...problemResponses } } },
    () => config,
  );

  // Credentials belong in a body: an address ends up in histories and logs.
  app.addHook('preValidation', async (request) => {
    if (request.method !== 'POST') return;
    if (request.raw.url?.includes('?'))
      throw new ProblemError('bad_request', 'Sign-in routes take no query parameters; send them in the JSON body.');
    if (isFetchedAhead(request.headers))
      throw new ProblemError('bad_request', 'Sec-Purpose says that this was fetched ahead: a sign-in begins when somebody wants it.');
  });

  const enabled = (method: Method) => {
    if (!settings.loginMethods.includes(method))
      throw new ProblemError('method_disabled', `This keyring does not offer this way to sign in (LOGIN_METHODS lacks ${method}).`);
  };

  /** Exchanges credentials; what Podio refuses counts against the client's address, and against the name that they are for. */
  const exchange = async (who: Attempter, refused: string, grant: () => Promise<Tokens>): Promise<Tokens> => {
    const attempt = () =>
      grant().catch((error: unknown) => {
        throw signInProblem(error, refused);
      });
    return attempts.make(who, attempt, (error) => error instanceof ProblemError && error.code === 'invalid_credentials');
  };

  app.post(
    '/auth/authorize',
    {
      schema: { summary: 'Start the server-side flow', body: AuthorizeRequest, response: { 201: AuthorizeResponse, ...problemResponses } },
    },
    async (request, reply) => {
      enabled('authorization_code');
      const scope = request.body.scope?.trim() || settings.defaultScope;
      const returnTo = checkReturnTo(request.body.returnTo, settings.publicUrl);
      const { state, codeChallenge, cookies } = await logins.start(request.headers.cookie, { returnTo, scope });
      reply.code(201).header('set-cookie', cookies);
      return {
        authorizeUrl: authorizeUrl({
          authorizeUrl: settings.authorizeUrl,
          clientId: settings.clientId,
          redirectUri,
          scope,
          state,
          codeChallenge,
        }),
      };
    },
  );

  app.post(
    '/auth/callback',
    {
      config: { signsIn: 'authorization_code' },
      schema: { summary: 'Finish the server-side flow', body: CallbackRequest, response: { 201: CallbackResponse, ...problemResponses } },
    },
    async (request, reply) => {
      enabled('authorization_code');
      const { code, state, error } = request.body;
      if (code === undefined && error === undefined) throw new ProblemError('bad_request', 'The body needs code, or error, beside state.');
      if (error === undefined) await attempts.check({ address: clientAddress(request) });
      const login = await logins.take(request.headers.cookie, state);
      if (!login)
        throw new ProblemError(
          'state_mismatch',
          'This sign-in was started in another browser, was used already, or took longer than 10 minutes. Start again.',
        );
      try {
        if (code === undefined || error !== undefined) throw refusal(request.body);
        const tokens = await exchange(
          { address: clientAddress(request) },
          'Podio did not accept the authorization code: it was used already, or is too old. Start again.',
          () => authorizationCodeGrant(client, { code, redirectUri, codeVerifier: login.codeVerifier }),
        );
        const { entry, held, cookies } = await finishSignIn(options, request, {
          method: 'authorization_code',
          tokens,
          asked: login.scope,
        });
        reply.code(201).header('set-cookie', [...login.cookies, ...cookies]);
        return await reply.send({
          authentication: publicAuthentication(entry, held),
          returnTo: login.returnTo ?? settings.homePath ?? `/as/${entry.id}`,
        });
      } catch (failure) {
        throw podioProblem(failure).withCookies(login.cookies); // the state is used up, whatever came of it
      }
    },
  );

  app.post(
    '/auth/app',
    {
      config: { signsIn: 'app' },
      schema: { summary: 'Sign in as an app', body: AppRequest, response: { 201: SignedIn, ...problemResponses } },
    },
    async (request, reply) => {
      enabled('app');
      const ref = { type: 'app' as const, id: Number(request.body.appId) };
      checkAllowed(ref, settings.allowedRefs);
      await checkRoom(ref, request.headers.cookie, keyring);
      const appToken = request.body.appToken.trim();
      const tokens = await exchange(
        { address: clientAddress(request), name: `app ${ref.id}` },
        'Podio did not accept this app ID and token. Check both: a token belongs to one app, and a new token makes the old one useless.',
        () => appGrant(client, { appId: ref.id, appToken }),
      );
      const { entry, held, cookies } = await finishSignIn(options, request, { method: 'app', tokens, known: ref });
      reply.code(201).header('set-cookie', cookies);
      return reply.send({ authentication: publicAuthentication(entry, held) });
    },
  );

  app.post(
    '/auth/password',
    {
      config: { signsIn: 'password' },
      schema: {
        summary: 'Sign in with a user name and a password',
        body: PasswordRequest,
        response: { 201: SignedIn, ...problemResponses },
      },
    },
    async (request, reply) => {
      enabled('password');
      const { username, password } = request.body;
      const tokens = await exchange(
        { address: clientAddress(request), name: `user ${username.trim()}` },
        'Podio did not accept this email address and password.',
        () => passwordGrant(client, { username: username.trim(), password }),
      );
      const { entry, held, cookies } = await finishSignIn(options, request, { method: 'password', tokens });
      reply.code(201).header('set-cookie', cookies);
      return reply.send({ authentication: publicAuthentication(entry, held) });
    },
  );
}

/** Whether a browser asks before anybody wants the answer. @see https://fetch.spec.whatwg.org/#sec-purpose-header */
function isFetchedAhead({ 'sec-purpose': secPurpose, purpose }: IncomingHttpHeaders): boolean {
  return [secPurpose, purpose].flat().some((value) => value?.toLowerCase().includes('prefetch'));
}

/** Longest text of Podio's that is quoted, in characters. */
const longestQuote = 500;

function refusal({ error, error_description, error_reason }: CallbackRequest): ProblemError {
  const words = (error_description ?? error_reason ?? '').replace(/\s+/g, ' ').trim().slice(0, longestQuote);
  if (error === 'access_denied') return new ProblemError('access_denied', words || 'The user denied your request.');
  return new ProblemError('podio_error', words ? `Podio said: ${words}` : `Podio ended the sign-in with ${String(error).slice(0, 100)}.`);
}
