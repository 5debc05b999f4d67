/** What is known about a failure; whatever an answer did not tell is left out. */
export interface PodioErrorDetails {
  /** HTTP status of Podio's answer; absent when there was none. */
  status?: number | undefined;
  /** Podio's answer: parsed JSON, else its text. */
  body?: unknown;
  /** What was asked for. */
  url?: string | undefined;
  cause?: unknown;
  /** How long Podio asks to wait. */
  retryAfterSeconds?: number | undefined;
}

/** A call to Podio failed. The kinds are named as in Podio's own clients; `message` is for people and never holds a credential. */
export class PodioError extends Error {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly url: string | undefined;
  /** How long Podio asks to wait; of any kind that says so, and above all of {@link PodioRateLimitError}. */
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, details: PodioErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.status = details.status;
    this.body = details.body;
    this.url = details.url;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** 400: a value has the wrong form, or refers to nothing. */
export class PodioBadRequestError extends PodioError {}

/** 400 or 401 `invalid_grant`: Podio refused the code, the app token, the password or the refresh token. */
export class PodioInvalidGrantError extends PodioError {}

/** `invalid_client`: Podio refused the API key itself, so no authentication of it can be judged by this. */
export class PodioInvalidClientError extends PodioError {}

/** 200 without a token: the password is right, but the account has a second factor. */
export class PodioSecondFactorError extends PodioError {}

/** 401: not signed in, or no longer. */
export class PodioAuthorizationError extends PodioError {}

/** 403: no right, or not with this scope. */
export class PodioForbiddenError extends PodioError {}

/** 404 */
export class PodioNotFoundError extends PodioError {}

/** 409: somebody else changed it first. */
export class PodioConflictError extends PodioError {}

/** 410: it was deleted. */
export class PodioGoneError extends PodioError {}

/** 420 (and 429): the rate limit is used up. Podio names the wait in the text of its error only. */
export class PodioRateLimitError extends PodioError {}

/** 500 */
export class PodioServerError extends PodioError {}

/** 502, 503, 504, and from the token endpoint any refusal that is not in Podio's form: try again later. */
export class PodioUnavailableError extends PodioError {}

/** No answer: no connection, a lost one, or none in time. Whether Podio acted on the request is unknown. */
export class PodioConnectionError extends PodioError {
  readonly timedOut: boolean;

  constructor(message: string, details: PodioErrorDetails & { timedOut?: boolean } = {}) {
    super(message, details);
    this.timedOut = details.timedOut ?? false;
  }
}

/** An answer that makes no sense: a redirect, HTML for a token, a token that cannot be one, more bytes than any answer has. */
export class PodioUnexpectedAnswerError extends PodioError {}

/** A refresh was answered with the tokens of somebody else. They were not taken. */
export class PodioSubjectChangedError extends PodioUnexpectedAnswerError {}

/** What {@link errorFromAnswer} reads of an answer. */
export interface RefusedAnswer {
  status: number;
  body: unknown;
  url: string;
  headers?: Record<string, string | string[] | undefined>;
}

/**
 * The kind of error that an answer is. Goes by the status; only refused credentials are told by Podio's `error` code. Any body is
 * fit to be classified: none, HTML, or JSON of a form that nobody foresaw.
 *
 * @see https://developers.podio.com/index/api
 */
export function errorFromAnswer(answer: RefusedAnswer): PodioError {
  const { status, body, url } = answer;
  const [Kind, sentence] = kindOf(status, textMember(body, 'error'));
  return new Kind(describe(sentence, answer), { status, body, url, retryAfterSeconds: askedWait(answer) });
}

/**
 * Whether Podio says that the access token is no longer good, so that a refresh may help. The status alone does not: a 401 with any
 * other text stays a 401 after a refresh. Podio says `unauthorized` with the description `expired_token`, or `invalid_token`.
 */
export function tokenExpired(status: number, body: unknown): boolean {
  if (status !== 401) return false;
  return [textMember(body, 'error'), textMember(body, 'error_description')].some(
    (text) => text === 'expired_token' || text === 'invalid_token',
  );
}

type Kind = new (message: string, details: PodioErrorDetails) => PodioError;

const kinds: Record<number, [Kind, string]> = {
  400: [PodioBadRequestError, 'Podio found something wrong in the request'],
  401: [PodioAuthorizationError, 'Podio does not take this authentication'],
  402: [PodioError, 'Podio asks for a paid plan here'],
  403: [PodioForbiddenError, 'This authentication has no right to do that'],
  404: [PodioNotFoundError, 'Podio has nothing there'],
  409: [PodioConflictError, 'Somebody else changed it first; read it again'],
  410: [PodioGoneError, 'It was deleted'],
  420: [PodioRateLimitError, "Podio's rate limit is used up"],
  429: [PodioRateLimitError, "Podio's rate limit is used up"],
  502: [PodioUnavailableError, 'Podio is not available at the moment'],
  503: [PodioUnavailableError, 'Podio is not available at the moment'],
  504: [PodioUnavailableError, 'Podio is not available at the moment'],
};

function kindOf(status: number, error: string | undefined): [Kind, string] {
  if (status === 400 || status === 401) {
    if (error === 'invalid_grant') return [PodioInvalidGrantError, 'Podio refused the credentials'];
    if (error === 'invalid_client' || error === 'unauthorized_client')
      return [PodioInvalidClientError, 'Podio does not accept the API key; check its client id and secret'];
  }
  if (status >= 500) return kinds[status] ?? [PodioServerError, 'Something went wrong at Podio'];
  if (status >= 400) return kinds[status] ?? [PodioError, 'Podio refused the request'];
  if (status >= 300) return [PodioUnexpectedAnswerError, 'Podio answered with a redirect, which is never followed'];
  return [PodioUnexpectedAnswerError, 'Podio gave an answer that makes no sense'];
}

/** "Podio has nothing there (404 not_found at /item/1): “Object not found”". Without the query, which may be long. */
function describe(sentence: string, { status, body, url }: RefusedAnswer): string {
  const error = textMember(body, 'error');
  const description = textMember(body, 'error_description');
  const where = `${status}${error ? ` ${excerpt(error, 60)}` : ''} at ${excerpt(new URL(url).pathname, 200)}`;
  return `${sentence} (${where})${description ? `: “${excerpt(description, 300)}”` : '.'}`;
}

function excerpt(text: string, length: number): string {
  const oneLine = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return oneLine.length > length ? `${oneLine.slice(0, length)}…` : oneLine;
}

/** "You have hit the rate limit. Please wait 3600 seconds before trying again": Podio's only hint. `Retry-After` too, should it come. */
function askedWait({ status, body, headers }: RefusedAnswer): number | undefined {
  const header = String(headers?.['retry-after']);
  if (/^\d{1,9}$/.test(header)) return Number(header);
  if (status !== 420 && status !== 429) return undefined;
  const seconds = textMember(body, 'error_description')?.match(/\b(\d{1,9})\sseconds?\b/)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function textMember(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
