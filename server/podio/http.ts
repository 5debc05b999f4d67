import { Client, type Dispatcher, errors } from 'undici';
import { PodioConnectionError, PodioError, PodioUnexpectedAnswerError } from './errors.ts';

export interface PodioRequest {
  method: string;
  headers?: Record<string, string>;
  body?: Dispatcher.DispatchOptions['body'];
  /** Milliseconds for all of it, the last byte of the answer included, and not counted anew for each. */
  timeoutMs?: number;
  /** In place of a limit for all of it: milliseconds for the beginning of the answer, and between two parts of it. For files. */
  stallMs?: number;
  /** More bytes of an answer than this are not read. */
  maxBytes?: number;
  signal?: AbortSignal;
  /** Connections to use again. Without it the request has one of its own, which is closed behind it. */
  dispatcher?: Dispatcher;
}

export interface PodioAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** Parsed JSON; the text of other text; the bytes (`Buffer`) of a download or of what is not text; undefined where there is nothing. */
  body: unknown;
  url: string;
  /** Whether the answer says that it is JSON and is none: its body is the text. */
  malformedJson: boolean;
}

/** 30 seconds, in milliseconds. */
const defaultTimeoutMs = 30_000;
/** 16 MiB */
const defaultMaxBytes = 16 * 1024 * 1024;

/**
 * One request and its whole answer, whatever the status. Redirects are not followed, and nothing is sent twice.
 *
 * @throws {PodioConnectionError} when there is no whole answer, or not in time
 * @throws {PodioUnexpectedAnswerError} when what answers does not speak HTTP, or the answer is larger than `maxBytes`
 * @throws the signal's reason when `signal` aborts
 */
export async function sendRequest(url: string, request: PodioRequest): Promise<PodioAnswer> {
  const { origin } = new URL(url);
  const own = request.dispatcher ? undefined : new Client(origin, { pipelining: 1 });
  try {
    return await exchange(url, request, request.dispatcher ?? (own as Client));
  } finally {
    await own?.destroy();
  }
}

async function exchange(url: string, request: PodioRequest, dispatcher: Dispatcher): Promise<PodioAnswer> {
  const { origin, pathname, search } = new URL(url);
  const { method, headers, body, stallMs, timeoutMs = defaultTimeoutMs, maxBytes = defaultMaxBytes, signal } = request;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  const timeout = new PodioConnectionError(`Podio did not answer within ${timeoutMs / 1000} seconds.`, { url, timedOut: true });
  const timer = stallMs === undefined ? setTimeout(() => stop.abort(timeout), timeoutMs) : undefined;
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const answer = await dispatcher.request({
      origin,
      path: `${pathname}${search}`,
      method: method as Dispatcher.HttpMethod,
      headers,
      body: body ?? null,
      signal: stop.signal,
      headersTimeout: stallMs ?? 0,
      bodyTimeout: stallMs ?? 0,
    });
    const bytes = await readBody(answer.body, maxBytes, url);
    return { status: answer.statusCode, headers: answer.headers, url, ...parseBody(bytes, answer.headers) };
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : connectionError(error, url);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** @throws {PodioUnexpectedAnswerError} for more than `maxBytes` */
export async function readBody(body: AsyncIterable<Buffer>, maxBytes: number, url: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes)
      throw new PodioUnexpectedAnswerError(`Podio's answer is larger than ${maxBytes} bytes; it was not read.`, { url });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function parseBody(bytes: Buffer, headers: PodioAnswer['headers']): Pick<PodioAnswer, 'body' | 'malformedJson'> {
  if (bytes.length === 0) return { body: undefined, malformedJson: false };
  const type = String(headers['content-type'] ?? '').toLowerCase();
  const isDownload = /\bfilename\*?=/i.test(String(headers['content-disposition'] ?? '')); // a stored JSON file is a file
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/.test(type);
  if (isDownload || (type && !isJson && !/^text\/|^application\/(?:xml|xhtml\+xml|problem\+xml)\b/.test(type)))
    return { body: bytes, malformedJson: false };
  const text = bytes.toString('utf8');
  if (!isJson && type) return { body: text, malformedJson: false };
  try {
    return { body: JSON.parse(text), malformedJson: false };
  } catch {
    return { body: text, malformedJson: isJson };
  }
}

/** What the failure of a request is called here. */
export function connectionError(error: unknown, url: string): unknown {
  if (error instanceof PodioError || !(error instanceof Error)) return error;
  const { origin } = new URL(url);
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'UND_ERR_INVALID_ARG' || error instanceof TypeError) return error; // the caller's own mistake, as a header with a line break
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || (error instanceof errors.HTTPParserError && !endedEarly(error)))
    // Without the cause: the parser's error carries what it read, and that may be tokens.
    return new PodioUnexpectedAnswerError(`What answers at ${origin} does not speak HTTP as Podio does.`, { url });
  const timedOut = /TIMEOUT$|^ETIMEDOUT$/.test(code);
  return new PodioConnectionError(`Podio could not be reached at ${origin}, or the connection was lost${code ? ` (${code})` : ''}.`, {
    url,
    ...(!(error instanceof errors.HTTPParserError) && { cause: error }),
    timedOut,
  });
}

/** The parser's word for a body that ends before its last chunk. */
function endedEarly(error: Error): boolean {
  return /\bEOF\b/.test(error.message);
}
