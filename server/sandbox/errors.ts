import type { ErrorBody } from '../podio/types.ts';

interface Details {
  detail?: string;
  parameters?: Record<string, unknown>;
  /** Whether clients may show the description to the end user. */
  propagate?: boolean;
  headers?: Record<string, string>;
}

/** A refusal, as Podio words it; the error handler makes the answer of it. */
export class ApiError extends Error {
  readonly status: number;
  readonly error: string;
  readonly details: Details;

  constructor(status: number, error: string, description: string, details: Details = {}) {
    super(description);
    this.name = 'ApiError';
    this.status = status;
    this.error = error;
    this.details = details;
  }
}

/** The parts of a request that an error body repeats. */
export interface FailedRequest {
  method: string;
  /** Path and query. */
  url: string;
  host: string;
}

/** Podio's error body: all six members in every recorded error; the URL says `http:` even over https. */
export function errorBody({ error, message, details }: ApiError, { method, url, host }: FailedRequest): ErrorBody {
  const [path = '', query = ''] = splitUrl(url);
  return {
    error,
    error_description: message,
    error_detail: details.detail ?? null,
    error_parameters: details.parameters ?? {},
    error_propagate: details.propagate ?? false,
    request: { url: `http://${host}${path}`, query_string: query, method },
  };
}

function splitUrl(url: string): [string, string] {
  const at = url.indexOf('?');
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

/** 400 with the recorded form `Invalid value 0 (integer): must not be less than 1`. The name of the field is often missing there too. */
export const invalidValue = (value: unknown, rule: string, parameters: Record<string, unknown> = {}): ApiError =>
  new ApiError(400, 'invalid_value', `Invalid value ${show(value)} (${typeName(value)}): ${rule}`, { parameters });

/** 400: something in the body points to nothing. */
export const invalidReference = (reference: string): ApiError => new ApiError(400, 'not_found', `Invalid reference ${reference}`);

export const invalidRequest = (description: string): ApiError => new ApiError(400, 'invalid_request', description);
export const invalidGrant = (description: string, details: Details = {}): ApiError =>
  new ApiError(400, 'invalid_grant', description, details);

export const forbidden = (description: string): ApiError => new ApiError(403, 'forbidden', description);
export const notFound = (description = 'Object not found'): ApiError => new ApiError(404, 'not_found', description);
export const noOperation = (reason: string): ApiError => notFound(`No matching operation could be found. ${reason}`);
export const noPath = (path: string): ApiError => noOperation(`The path '${path}' was not found.`);
export const gone = (): ApiError => new ApiError(410, 'gone', 'The object has been deleted');
export const conflict = (description: string): ApiError => new ApiError(409, 'conflict', description);

/** 401 with the challenge that was recorded, and with the odd `authorization` header that repeats it. */
export function unauthorized(error: 'unauthorized' | 'invalid_token', description: string, challenge: string): ApiError {
  const value = `Bearer realm="podio", error="${challenge}"`;
  return new ApiError(401, error, description, { headers: { 'www-authenticate': value, authorization: value } });
}

/** 420, Podio's own status; the seconds in the text are the only hint of the reset. */
export const rateLimited = (seconds: number): ApiError =>
  new ApiError(420, 'rate_limit', `You have hit the rate limit. Please wait ${seconds} seconds before trying again`);

const byStatus: Record<number, [error: string, description: string]> = {
  400: ['invalid_value', 'Invalid value'],
  401: ['unauthorized', 'expired_token'],
  402: ['payment_required', 'Your plan does not include this'],
  403: ['forbidden', 'You do not have the right to do this'],
  404: ['not_found', 'Object not found'],
  409: ['conflict', 'The object was changed in the meantime'],
  410: ['gone', 'The object has been deleted'],
  500: ['unexpected', 'The server took too long to respond, please try again'],
  502: ['unavailable', 'Bad gateway'],
  503: ['unavailable', 'The service is temporarily unavailable, please try again'],
  504: ['unavailable', 'The server took too long to respond, please try again'],
};

/** The error that stands for a status that somebody ordered without a body. */
export function errorOfStatus(status: number): ApiError {
  if (status === 401) return unauthorized('unauthorized', 'expired_token', 'expired_token');
  if (status === 420) return rateLimited(3600);
  const [error, description] =
    byStatus[status] ?? (status < 500 ? ['invalid_request', 'The request was refused'] : ['unexpected', 'Error']);
  return new ApiError(status, error, description);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === undefined ? 'null' : typeof value;
}

function show(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[..]';
  if (typeof value === 'object' && value !== null) return '{..}';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 100 ? `${text.slice(0, 100)}..` : text;
}
