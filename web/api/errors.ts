import type { Problem, ProblemCode } from '../../server/contract-types.ts';

/** What Podio answered to one call, whatever its status. */
export interface PodioAnswer {
  call: PodioCall;
  /** The HTTP status; 0 where Podio redirects, which a browser does not show to a page. */
  status: number;
  statusText: string;
  headers: [name: string, value: string][];
  text: string;
  /** The body read as JSON; undefined where it is none. Numbers beyond 2^53 are exact in `text` only. */
  json: unknown;
  /** The body as it came, where it is no JSON: a file is more than its text. */
  raw?: Uint8Array;
  /** From sending until the last byte, in milliseconds. */
  ms: number;
  /** Size of the body. */
  bytes: number;
  /** The ceiling this call counted against (1,000 an hour, 250 for heavy ones), where Podio told it. */
  rateLimit?: number;
  rateLimitRemaining?: number;
  /** When it was sent, in milliseconds since the epoch. */
  at: number;
  /** Podio's own number for the call, to ask its support about. */
  requestId?: string;
}

/** One call to Podio's API. */
export interface PodioCall {
  method: string;
  /** Path and query, beginning with `/`; sent byte for byte. */
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

/** The token handler refused, and says why in a `code`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** How long to wait before another try, where the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Podio itself answered with a 4xx or 5xx. */
export class PodioAnswerError extends Error {
  override name = 'PodioAnswerError';
  readonly answer: PodioAnswer;

  constructor(answer: PodioAnswer) {
    super(`Podio answered ${answer.status} to ${answer.call.method} ${answer.call.path}`);
    this.answer = answer;
  }
}

/** Our server did not answer (`no-answer`), or something else answered in its place (`not-ours`: a captive portal, an old version). */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
  readonly reason: 'no-answer' | 'not-ours';

  constructor(reason: 'no-answer' | 'not-ours', options?: ErrorOptions) {
    super(reason === 'no-answer' ? 'The keyring server does not answer.' : 'The answer did not come from the keyring server.', options);
    this.reason = reason;
  }
}

/** Whether a value is a problem of the token handler's own. */
export function isProblem(value: unknown): value is Problem {
  const { code, detail } = (value ?? {}) as Partial<Problem>;
  return typeof detail === 'string' && /^[a-z]+_[a-z_]+$/.test(code ?? '');
}

/** Whether an error is a problem with this code. */
export function hasCode(error: unknown, code: ProblemCode): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

/** The sign-in worked, but this browser did not keep its cookies (Safari does so on `http://localhost`). */
export class CookiesNotKeptError extends Error {
  override name = 'CookiesNotKeptError';
}
