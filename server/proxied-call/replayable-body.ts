import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/**
 * A body on its way up that can be sent a second time, as long as it is small: what was read is kept up to `limit` bytes.
 *
 * Both tries read through one queue, so that nothing is lost when the first one ends in the middle.
 */
export class ReplayableBody {
  private readonly source: Readable;
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly limit: number;
  private readonly stallMs: number;
  private kept: Buffer[] = [];
  private keptBytes = 0;
  /** Parts that were read but are not kept any more. */
  private forgotten = 0;
  private ended = false;
  private reading: Promise<void> | undefined;

  /**
   * @param limit bytes kept for a second try
   * @param stallMs milliseconds for the next part to come; then the source is cut
   */
  constructor(source: Readable, limit: number, stallMs: number) {
    this.source = source;
    this.chunks = source[Symbol.asyncIterator]();
    this.limit = limit;
    this.stallMs = stallMs;
  }

  /** Whether everything read so far is still there. */
  get replayable(): boolean {
    return this.forgotten === 0;
  }

  /** The body from its start: what was read before, then what is still to come. */
  async *parts(): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      while (position - this.forgotten >= this.kept.length) {
        if (this.ended) return;
        await this.readPart();
      }
      const part = this.kept[position - this.forgotten];
      if (part === undefined) throw new Error('a body that is not kept was to be sent again');
      this.forgetBefore(position);
      yield part;
    }
  }

  /** Reads the rest and lets it go, so that the client gets to read an answer that came before its body ended. */
  async drain(): Promise<void> {
    this.keptBytes = Number.POSITIVE_INFINITY;
    while (!this.ended) {
      await this.readPart();
      this.forgotten += this.kept.length;
      this.kept = [];
    }
  }

  private readPart(): Promise<void> {
    this.reading ??= this.nextPart().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async nextPart(): Promise<void> {
    // Only while somebody waits for the client: one that is held back by a slow Podio is not late.
    const stalled = setTimeout(() => this.source.destroy(new Error('the body stopped coming')), this.stallMs);
    try {
      const { done, value } = await this.chunks.next();
      if (done) this.ended = true;
      else {
        this.kept.push(value);
        this.keptBytes += value.length;
      }
    } finally {
      clearTimeout(stalled);
    }
  }

  /** Once the body is too large, only the part at hand is held. */
  private forgetBefore(position: number): void {
    if (this.keptBytes <= this.limit) return;
    const count = position - this.forgotten + 1;
    for (const part of this.kept.splice(0, count)) this.keptBytes -= part.length;
    this.forgotten += count;
    this.keptBytes += this.limit; // stays above the limit: nothing is kept from here on
  }
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
