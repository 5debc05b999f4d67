import type { Problem, ProblemCode } from '../contract.ts';

/** Status and title of each code (RFC 9457 §3.1: the title is the same for every occurrence of a type). */
const kinds: Record<ProblemCode, readonly [status: number, title: string]> = {
  bad_request: [400, 'Bad request'],
  invalid_credentials: [401, 'Podio refused the credentials'],
  second_factor_required: [401, 'A second factor is required'],
  unknown_authentication: [401, 'Unknown authentication'],
  authentication_expired: [401, 'Authentication expired'],
  access_denied: [403, 'Access denied'],
  state_mismatch: [403, 'State mismatch'],
  method_disabled: [403, 'Way to sign in disabled'],
  cross_site: [403, 'Cross-site request refused'],
  forbidden_path: [403, 'Forbidden path'],
  not_found: [404, 'Not found'],
  app_token_hidden: [403, 'App token hidden'],
  keyring_full: [409, 'Keyring full'],
  payload_too_large: [413, 'Payload too large'],
  unsupported_media_type: [415, 'Unsupported media type'],
  read_only: [403, 'Read-only'],
  not_allowed: [403, 'Not allowed here'],
  too_many_attempts: [429, 'Too many attempts'],
  podio_unreachable: [502, 'Podio unreachable'],
  podio_error: [502, 'Podio error'],
  client_rejected: [502, 'Podio refused our API key'],
  podio_timeout: [504, 'Podio did not answer in time'],
  store_unavailable: [503, 'Store unavailable'],
  internal_error: [500, 'Internal error'],
};

/** The status that a code comes with. */
export const problemStatus = (code: ProblemCode): number => kinds[code][0];

/**
 * An error that the token handler itself answers with.
 *
 * `detail` is a sentence for whoever made the request and never holds a credential; `cause` is for the log only.
 */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly retryAfterSeconds: number | undefined;
  /** `Set-Cookie` values that the answer carries all the same: a state that is used up, tokens that were refreshed. */
  cookies: readonly string[] = [];

  constructor(
    code: ProblemCode,
    detail: string,
    options: { cause?: unknown; status?: number; retryAfterSeconds?: number | undefined } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = options.status ?? kinds[code][0];
    this.detail = detail;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /**
   * The body to answer with, `application/problem+json`.
   *
   * @param requestId of the request, by which the log has the cause of what is no fault of the caller's
   */
  toProblem(requestId?: string): Problem {
    const { code, status, detail } = this;
    const problem = { type: `/problems/${code}`, title: kinds[code][1], status, detail, code };
    return requestId !== undefined && status >= 500 ? { ...problem, instance: `/requests/${encodeURIComponent(requestId)}` } : problem;
  }

  withCookies(cookies: readonly string[]): this {
    this.cookies = [...this.cookies, ...cookies];
    return this;
  }
}

export const problemType = 'application/problem+json; charset=utf-8';
