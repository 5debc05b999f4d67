import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { RefusedAnswer } from './errors.ts';
import { connectionError, parseBody, readBody } from './http.ts';
import type { Tokens } from './oauth.ts';

/** A file on its way down. Whoever opens one reads it to its end, or cancels `body`. */
export interface Download {
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  contentType: string | undefined;
  /** Bytes, where Podio tells. */
  size: number | undefined;
  body: ReadableStream<Uint8Array>;
}

interface OpenOptions {
  tokens: Tokens;
  stallMs: number;
  dispatcher: Dispatcher;
  signal?: AbortSignal;
}

/** An error of Podio's has a body of kilobytes. */
const refusalBytes = 1024 * 1024;

/**
 * Opens a file, or reads why Podio refused. Redirects are not followed.
 *
 * @throws {PodioConnectionError} when there is no answer, or not in time; the same error ends `body` when the connection is lost later
 */
export async function openDownload(
  url: string,
  { tokens, stallMs, dispatcher, signal }: OpenOptions,
): Promise<{ download: Download; refused?: never } | { download?: never; refused: RefusedAnswer }> {
  const { origin, pathname, search } = new URL(url);
  signal?.throwIfAborted();
  try {
    const { statusCode, headers, body } = await dispatcher.request({
      origin,
      path: `${pathname}${search}`,
      method: 'GET',
      headers: { authorization: `OAuth2 ${tokens.accessToken}` },
      headersTimeout: stallMs,
      bodyTimeout: stallMs,
      ...(signal && { signal }),
    });
    if (statusCode !== 200)
      return { refused: { status: statusCode, headers, url, body: parseBody(await readBody(body, refusalBytes, url), headers).body } };
    const size = Number(headers['content-length'] ?? Number.NaN);
    return {
      download: {
        headers,
        contentType: typeof headers['content-type'] === 'string' ? headers['content-type'] : undefined,
        size: Number.isSafeInteger(size) ? size : undefined,
        body: Readable.toWeb(withOwnErrors(body, url, signal)) as ReadableStream<Uint8Array>,
      },
    };
  } catch (error) {
    throw signal?.aborted ? signal.reason : connectionError(error, url);
  }
}

/** A connection that is lost halfway ends the bytes with an error of ours, never as if the file were whole. */
function withOwnErrors(body: Readable, url: string, signal: AbortSignal | undefined): Readable {
  async function* parts() {
    try {
      yield* body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw signal?.aborted ? signal.reason : connectionError(error, url);
    }
  }
  return Readable.from(parts(), { objectMode: false });
}
