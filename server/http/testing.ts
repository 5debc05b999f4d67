import { connect, type Socket } from 'node:net';

/** A bare connection, for what no HTTP client would send. Bytes are Latin-1: one character, one byte. */
export class RawConnection {
  /** Everything that came so far. */
  received = '';
  readonly socket: Socket;
  /** Resolves when the connection is closed, by whichever side and however. */
  readonly closed: Promise<void>;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1' });
    this.socket.setEncoding('latin1');
    this.socket.on('data', (part: string) => {
      this.received += part;
    });
    this.socket.on('error', () => undefined); // 'close' follows, and tests look at what was received until then
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  write(bytes: string): this {
    this.socket.write(bytes, 'latin1');
    return this;
  }

  /** Waits until `pattern` was received. @throws when the connection closes before that */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.received)) {
      if (this.socket.closed) throw new Error(`closed before ${pattern} came: ${this.received.slice(0, 500)}`);
      await Promise.race([new Promise((resolve) => this.socket.once('data', resolve)), this.closed]);
    }
    return this.received;
  }

  /** Everything until the other side closes. */
  async all(): Promise<string> {
    await this.closed;
    return this.received;
  }

  /** The status codes of the answers that came. */
  get statuses(): number[] {
    return [...this.received.matchAll(/(?:^|\n|\})HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  }

  destroy(): void {
    this.socket.destroy();
  }
}
