import type { ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { ProblemError } from '../http/problems.ts';
import { bodyDecoder } from './body-decoder.ts';
import { rawHeader } from './headers.ts';
import { TokenRedactor } from './token-redactor.ts';
import type { Connection } from './undici-handler.ts';

/** A 401 longer than this (bytes) is not one of Podio's error bodies; it comes down unread. */
const longestRefusal = 64 * 1024;

/** Bytes that may wait for a client before Podio is made to wait, too. */
const mostWaiting = 64 * 1024;

/** The call that an answer is for. */
export interface AnsweredCall {
  readonly method: string;
  /** Whether app tokens are removed from the body. */
  readonly redacted: boolean;
  /** Milliseconds a client may leave an answer unread. */
  readonly stallMs: number;
  /** The headers that come down for Podio's raw ones. */
  headers(raw: readonly (Buffer | string)[]): string[];
  /** The call goes up: it has a connection. */
  begun(): void;
  /** Podio answered 401, which may ask for a refresh; the body is whole and decoded. Answers whether the call will be made again, so that this answer is dropped. */
  refused(body: Buffer): boolean | Promise<boolean>;
  /** No answer, or one that makes no sense; nothing has come down yet. */
  failed(error: Error): void;
  finished(): void;
}

/**
 * Brings Podio's answer down as it comes: it writes to the client's response by itself, because a Readable between the
 * two would cost a third more CPU.
 *
 * It must see to what a framework sees to: a client that leaves aborts the call, one that reads slowly pauses it, 1xx answers are
 * skipped, a break in the middle breaks the answer too, and never makes a short one that looks whole.
 */
export class Answer {
  private readonly response: ServerResponse;
  private readonly call: AnsweredCall;
  private connection: Connection | undefined;
  private status = 0;
  private raw: readonly (Buffer | string)[] = [];
  private refusal: Buffer[] | undefined;
  private refusalBytes = 0;
  private redactor: TokenRedactor | undefined;
  private decoder: Transform | undefined;
  /** Whether the decoder got a byte: nothing at all is no compressed body that breaks off. */
  private decoding = false;
  /** What is held back until the client has read. */
  private held: { pause(): void; resume(): void } | undefined;
  private waiting = false;
  private stalled: NodeJS.Timeout | undefined;
  private left = false;

  constructor(response: ServerResponse, call: AnsweredCall) {
    this.response = response;
    this.call = call;
  }

  /** Whether the call has a connection to Podio. */
  get hasBegun(): boolean {
    return this.connection !== undefined;
  }

  /** A header of Podio's answer, where one has begun. */
  header(name: string): string | undefined {
    return rawHeader(this.raw, name);
  }

  /** Nobody waits for Podio's answer any more. */
  abort(): void {
    this.left = true;
    this.release();
    this.decoder?.destroy();
    this.connection?.abort(new Error('the client has gone'));
  }

  /** The client's side is closed: it cannot be late any more. */
  release(): void {
    clearTimeout(this.stalled);
  }

  onRequestStart(connection: Connection): void {
    this.connection = connection;
    if (this.left) connection.abort(new Error('the client has gone'));
    else this.call.begun();
  }

  onResponseStart(connection: Connection, status: number): void {
    if (status < 200) return;
    this.status = status;
    this.raw = connection.rawHeaders;
    if (status === 401) this.refusal = [];
    else this.begin();
  }

  onResponseData(_connection: Connection, chunk: Buffer): void {
    if (!this.refusal) {
      this.write(chunk);
      return;
    }
    this.refusal.push(chunk);
    this.refusalBytes += chunk.length;
    if (this.refusalBytes > longestRefusal) this.passRefusal();
  }

  onResponseEnd(): void {
    if (this.refusal) void this.judgeRefusal(Buffer.concat(this.refusal));
    else this.end();
  }

  onResponseError(_connection: Connection, error: Error): void {
    this.release();
    this.decoder?.destroy();
    if (this.left) return;
    if (this.response.headersSent) this.response.destroy();
    else this.call.failed(error);
  }

  private begin(): void {
    const { method, redacted } = this.call;
    if (redacted && method !== 'HEAD' && this.status !== 204 && this.status !== 304) {
      const decoder = bodyDecoder(rawHeader(this.raw, 'content-encoding'));
      if (decoder === undefined) {
        this.left = true;
        this.call.failed(new ProblemError('podio_error', 'Podio answered in a content coding that was not asked for.'));
        this.connection?.abort(new Error('unknown content coding'));
        return;
      }
      this.redactor = new TokenRedactor();
      if (decoder !== 'identity') this.decode(decoder);
    }
    this.response.writeHead(this.status, this.call.headers(this.raw));
  }

  private decode(decoder: Transform): void {
    this.decoder = decoder;
    decoder.on('data', (part: Buffer) => this.send(part));
    decoder.on('end', () => this.close());
    decoder.on('error', () => {
      if (this.left) return;
      this.response.destroy(); // a body that cannot be decoded is a broken one
      this.connection?.abort(new Error('the body cannot be decoded'));
    });
  }

  private write(chunk: Buffer): void {
    if (!this.decoder) {
      this.send(chunk);
      return;
    }
    this.decoding = true;
    if (this.decoder.write(chunk)) return;
    this.connection?.pause();
    this.decoder.once('drain', () => this.connection?.resume());
  }

  private send(part: Buffer): void {
    const bytes = this.redactor ? this.redactor.push(part) : part;
    if (bytes.length > 0 && !this.response.write(bytes)) this.waitForClient();
  }

  /**
   * A client that does not read what was sent is given up. What comes next is held back only when much is waiting: to stop a connection and
   * to start it again for each part would cost more than to pass the part on.
   */
  private waitForClient(): void {
    if (this.response.writableLength > mostWaiting) {
      this.held = this.decoder ?? this.connection;
      this.held?.pause();
    }
    if (this.waiting) return;
    this.waiting = true;
    if (this.stalled) this.stalled.refresh();
    else this.stalled = setTimeout(() => this.giveUp(), this.call.stallMs);
    this.response.once('drain', () => {
      const { held } = this;
      this.waiting = false; // the timer runs on, since the next part is likely to start it anew
      this.held = undefined;
      held?.resume(); // which may bring the next part at once
    });
  }

  private giveUp(): void {
    if (this.waiting) this.response.destroy();
  }

  private end(): void {
    if (this.left) return;
    if (this.decoder && this.decoding) this.decoder.end();
    else this.close();
  }

  private close(): void {
    this.response.end();
    this.call.finished();
  }

  private passRefusal(): void {
    const parts = this.refusal ?? [];
    this.refusal = undefined;
    this.begin();
    for (const part of parts) this.write(part);
  }

  private async judgeRefusal(body: Buffer): Promise<void> {
    try {
      const decoded = await decodeWhole(body, rawHeader(this.raw, 'content-encoding'));
      if (await this.call.refused(decoded)) return;
      this.passRefusal();
      this.end();
    } catch (error) {
      this.call.failed(error as Error);
    }
  }
}

/** A refusal that cannot be decoded is not one that asks for a refresh; it comes down as it is. */
async function decodeWhole(body: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
  const decoder = bodyDecoder(contentEncoding);
  if (decoder === undefined || decoder === 'identity') return body;
  decoder.end(body);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of decoder as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > longestRefusal) return body;
      parts.push(part);
    }
  } catch {
    return body;
  }
  return Buffer.concat(parts);
}
