import {
  errorFromAnswer,
  type PodioError,
  PodioSecondFactorError,
  PodioSubjectChangedError,
  PodioUnavailableError,
  PodioUnexpectedAnswerError,
} from './errors.ts';
import type { PodioAnswer } from './http.ts';
import type { Tokens } from './oauth.ts';

/** 365 days: no token lives longer, whatever an answer says. */
const longestLifetimeSeconds = 365 * 24 * 3600;
const tokenForm = /^[\x21-\x7e]{1,2048}$/;

/**
 * Checks an answer of the token endpoint field by field; nothing half-valid comes out.
 *
 * `access_token`, `refresh_token`: 1 to 2048 characters of printable ASCII. `expires_in`: seconds, a positive number, or its decimal
 * text; above a year it counts as a year. `token_type`: absent or `bearer`. `ref`: absent, or a user or app with its number.
 *
 * @param receivedAt ms since 1970: the lifetime counts from here, by the local clock
 * @param previous the tokens that were refreshed: what an answer leaves out stays as it was
 * @throws {PodioUnexpectedAnswerError} naming the field
 * @throws {PodioSubjectChangedError} when `previous` belonged to somebody else
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export function readTokens(answer: PodioAnswer, receivedAt: number, previous?: Tokens): Tokens {
  const { status, url } = answer;
  const unexpected = (what: string) => new PodioUnexpectedAnswerError(`Podio's token answer makes no sense: ${what}.`, { status, url });
  if (status !== 200 || !isObject(answer.body)) throw unexpected(status === 200 ? 'it is no JSON object' : `its status is ${status}`);
  const { access_token, refresh_token = previous?.refreshToken, expires_in, token_type, ref, scope } = answer.body;
  if (!isToken(access_token)) throw unexpected('access_token');
  if (!isToken(refresh_token)) throw unexpected('refresh_token');
  if (token_type !== undefined && String(token_type).toLowerCase() !== 'bearer') throw unexpected('token_type');
  const lifetimeSeconds = readNumber(expires_in);
  if (!(lifetimeSeconds > 0)) throw unexpected('expires_in');
  const subject = readRef(ref);
  if (ref && !subject) throw unexpected('ref');
  if (subject && previous?.ref && (subject.type !== previous.ref.type || subject.id !== previous.ref.id))
    throw new PodioSubjectChangedError(
      `Podio renewed the tokens of ${previous.ref.type} ${previous.ref.id} with those of ${subject.type} ${subject.id}; they were not taken.`,
      { status, url },
    );
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    obtainedAt: receivedAt,
    expiresAt: receivedAt + Math.min(lifetimeSeconds, longestLifetimeSeconds) * 1000,
    ref: subject ?? previous?.ref,
    scope: typeof scope === 'string' ? scope : previous?.scope,
  };
}

/** What a refusal of the token endpoint is. One that is not in OAuth's form says nothing about the credentials: try again later. */
export function tokenError(answer: PodioAnswer): PodioError {
  const { status, body, url } = answer;
  const inForm = isObject(body) && typeof body.error === 'string';
  if (status >= 400 && status < 500 && status !== 420 && status !== 429 && !inForm)
    return new PodioUnavailableError(`Podio's token endpoint answered ${status} without a reason; try again later.`, { status, body, url });
  return errorFromAnswer(answer);
}

/** Podio answers a right password of an account that has a second factor with 200 and no token. */
export function refuseSecondFactor({ status, body, url }: PodioAnswer): void {
  if (!isObject(body) || (body.access_token !== undefined && body.access_token !== null)) return;
  throw new PodioSecondFactorError('The password is right, but this account has a second factor: use the server-side flow.', {
    status,
    url,
  });
}

/**
 * The answer without what was sent: an error text that repeats a wrong value ("Invalid value …") must not carry a password into a log.
 * `error` itself, a code, stays.
 */
export function withoutSecrets(answer: PodioAnswer, secrets: readonly (string | undefined)[]): PodioAnswer {
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string')
      return secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '[hidden]') : text), value);
    if (Array.isArray(value)) return value.map(hide);
    if (!isObject(value)) return value;
    const isCode = (key: string) => value === answer.body && key === 'error';
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, isCode(key) ? member : hide(member)]));
  };
  return { ...answer, body: hide(answer.body) };
}

/** A number, or its decimal text; else NaN. */
function readNumber(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,15}$/.test(value)) ? Number(value) : Number.NaN;
}

function readRef(value: unknown): Tokens['ref'] {
  if (!isObject(value) || (value.type !== 'user' && value.type !== 'app')) return undefined;
  const id = readNumber(value.id);
  return Number.isSafeInteger(id) && id > 0 ? { type: value.type, id } : undefined;
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && tokenForm.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
