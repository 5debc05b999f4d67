import { Pool } from 'undici';

/** What one call gets: only its size is kept, since the load must cost less than what is measured. */
class Receiver {
  constructor(size, resolve, reject) {
    this.size = size;
    this.resolve = resolve;
    this.reject = reject;
    this.received = 0;
  }

  onRequestStart() {}

  onResponseStart(_controller, status) {
    this.status = status;
  }

  onResponseData(_controller, chunk) {
    this.received += chunk.length;
  }

  onResponseEnd() {
    if (this.status === 200 && this.received === this.size) this.resolve();
    else this.reject(new Error(`expected 200 and ${this.size} bytes, got ${this.status} and ${this.received}`));
  }

  onResponseError(_controller, error) {
    this.reject(error);
  }
}

/** So many connections that are kept alive, each with one call at a time. */
export class Load {
  #pool;
  #calls;
  #connections;
  #size;
  #next = 0;

  /**
   * @param origin of the contestant
   * @param calls what is asked, in turn: path, method and headers
   * @param size bytes of each answer's body
   */
  constructor(origin, calls, { connections, size }) {
    this.#pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 600_000 });
    this.#calls = calls;
    this.#connections = connections;
    this.#size = size;
  }

  #call() {
    const call = this.#calls[this.#next++ % this.#calls.length];
    return new Promise((resolve, reject) => this.#pool.dispatch(call, new Receiver(this.#size, resolve, reject)));
  }

  /**
   * Calls over all connections as long as `goesOn`, and ends when the last answer is there.
   *
   * @param goesOn is given the number of calls begun so far
   * @returns how many calls were made
   */
  async run(goesOn) {
    let begun = 0;
    const worker = async () => {
      while (goesOn(begun)) {
        begun++;
        await this.#call();
      }
    };
    await Promise.all(Array.from({ length: this.#connections }, worker));
    return begun;
  }

  /** For so many milliseconds. */
  runFor(ms) {
    const end = performance.now() + ms;
    return this.run(() => performance.now() < end);
  }

  close() {
    return this.#pool.close();
  }
}
