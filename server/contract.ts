import { type Static, Type } from 'typebox';
import type * as wire from './contract-types.ts';

/**
 * Everything that crosses between the browser and the token handler, as schemas and as types.
 *
 * The server validates and serialises with the schemas, so a member that is not declared here (a token!) cannot leave.
 * The browser imports the types only.
 */

const isoTime = (description: string) => Type.String({ format: 'date-time', description });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const Method = Type.Union([Type.Literal('authorization_code'), Type.Literal('app'), Type.Literal('password')]);
export type Method = wire.Method;

/** Podio's own reference to who an authentication acts as. */
export const Ref = Type.Object({ type: Type.Union([Type.Literal('user'), Type.Literal('app')]), id: Type.Integer({ minimum: 1 }) });
export type Ref = wire.Ref;

export const Authentication = Type.Object({
  id: Type.String({ description: '<ref.type>-<ref.id>, as user-1 or app-22117' }),
  method: Method,
  ref: Ref,
  name: Type.String({ description: 'what a person would call it' }),
  scope: nullable(Type.String()),
  issuedAt: isoTime('the sign-in'),
  expiresAt: isoTime("the access token's end; it is refreshed before that"),
  renewableUntil: isoTime('28 days from the last token answer; after that: sign in again'),
  readOnly: Type.Boolean(),
});
/** One grant that Podio gave us, as the browser may see it. Never a token. */
export type Authentication = wire.Authentication;

export const AuthConfig = Type.Object({
  mode: Type.Union([Type.Literal('sandbox'), Type.Literal('podio')]),
  methods: Type.Array(Method),
  defaultScope: Type.String(),
  store: Type.Union([Type.Literal('cookie'), Type.Literal('redis')]),
  capacity: Type.Integer(),
  sandbox: Type.Optional(
    Type.Object({
      url: Type.String(),
      users: Type.Array(Type.Object({ username: Type.String(), password: Type.String(), name: Type.String() })),
      apps: Type.Array(Type.Object({ appId: Type.Integer(), appToken: Type.String(), name: Type.String() })),
    }),
  ),
});
export type AuthConfig = wire.AuthConfig;

export const AuthorizeRequest = Type.Object({
  scope: Type.Optional(Type.String({ maxLength: 100, pattern: '^[ -~]*$' })),
  returnTo: Type.Optional(Type.String({ maxLength: 1024 })),
});
export type AuthorizeRequest = wire.AuthorizeRequest;
export const AuthorizeResponse = Type.Object({ authorizeUrl: Type.String() });
export type AuthorizeResponse = Static<typeof AuthorizeResponse>;

export const CallbackRequest = Type.Object({
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
  state: Type.String({ maxLength: 1024 }),
  error: Type.Optional(Type.String({ maxLength: 10_240 })),
  error_description: Type.Optional(Type.String({ maxLength: 10_240 })),
  error_reason: Type.Optional(Type.String({ maxLength: 10_240 })),
});
export type CallbackRequest = Static<typeof CallbackRequest>;

export const SignedIn = Type.Object({ authentication: Authentication });
export type SignedIn = wire.SignedIn;
export const CallbackResponse = Type.Object({ authentication: Authentication, returnTo: Type.String() });
export type CallbackResponse = wire.CallbackResponse;

/** Podio's ids are integers; a form sends them as digits. Both are taken. */
export const AppRequest = Type.Object({
  appId: Type.Union([Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), Type.String({ pattern: '^[1-9][0-9]{0,15}$' })]),
  appToken: Type.String({ minLength: 1, maxLength: 512 }),
});
export type AppRequest = wire.AppRequest;

export const PasswordRequest = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 320 }),
  password: Type.String({ minLength: 1, maxLength: 1024 }),
});
export type PasswordRequest = wire.PasswordRequest;

export const Keyring = Type.Object({ authentications: Type.Array(Authentication), capacity: Type.Integer() });
export type Keyring = wire.Keyring;

/** The stable codes of errors that the token handler makes; an answer that came from Podio has none of them. */
export const problemCodes = [
  'bad_request',
  'invalid_credentials',
  'second_factor_required',
  'unknown_authentication',
  'authentication_expired',
  'access_denied',
  'state_mismatch',
  'method_disabled',
  'cross_site',
  'forbidden_path',
  'not_found',
  'app_token_hidden',
  'keyring_full',
  'payload_too_large',
  'unsupported_media_type',
  'read_only',
  'not_allowed',
  'too_many_attempts',
  'podio_unreachable',
  'podio_error',
  'client_rejected',
  'podio_timeout',
  'store_unavailable',
  'internal_error',
] as const;
export type ProblemCode = wire.ProblemCode;

/** RFC 9457 problem details, with a stable `code`. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String({ enum: [...problemCodes] }),
  instance: Type.Optional(Type.String({ description: 'With 5xx: names the request as the log does (`reqId`)' })),
});
export type Problem = wire.Problem;

/** Both ways: a member that one of the two lacks, or has otherwise, does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export type TypesAreThoseOfTheSchemas = [
  Same<wire.Method, Static<typeof Method>>,
  Same<wire.Authentication, Static<typeof Authentication>>,
  Same<wire.AuthConfig, Static<typeof AuthConfig>>,
  Same<wire.AuthorizeRequest, Static<typeof AuthorizeRequest>>,
  Same<wire.SignedIn, Static<typeof SignedIn>>,
  Same<wire.CallbackResponse, Static<typeof CallbackResponse>>,
  Same<wire.AppRequest, Static<typeof AppRequest>>,
  Same<wire.PasswordRequest, Static<typeof PasswordRequest>>,
  Same<wire.Keyring, Static<typeof Keyring>>,
  Same<wire.ProblemCode, (typeof problemCodes)[number]>,
  Same<Omit<wire.Problem, 'code'>, Omit<Static<typeof Problem>, 'code'>>,
] extends true[]
  ? true
  : never;
export const typesAreThoseOfTheSchemas: TypesAreThoseOfTheSchemas = true;
