import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const probe = new URL('./probe.mjs', import.meta.url).href;

/** A Node process whose processor time and memory can be read from outside. */
export class MeasuredProcess {
  #child;
  #asked = 0;
  #answers = new Map();
  #ended;

  /**
   * @param entry the file to run: a URL
   * @param env what it finds in its environment, beside what any program needs
   * @param flags of Node
   */
  constructor(entry, env = {}, flags = []) {
    const { PATH, HOME } = process.env;
    this.#child = fork(fileURLToPath(entry), {
      env: { PATH, HOME, ...env },
      execArgv: [...flags, '--import', probe],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#ended = once(this.#child, 'exit');
    this.#child.on('message', (message) => {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
    });
  }

  get pid() {
    return this.#child.pid;
  }

  /** Waits for something that the process has to live for. */
  unlessItEnds(promise) {
    return Promise.race([
      promise,
      this.#ended.then(([code]) => Promise.reject(new Error(`${this.#child.spawnargs.at(-1)} ended with code ${code}`))),
    ]);
  }

  /** What the process says of itself when it is ready, such as the port on which it listens. */
  async hello() {
    const [message] = await this.unlessItEnds(once(this.#child, 'message'));
    return message;
  }

  /** @returns what the process answers to a question: the probe to `usage`, with `cpu` in microseconds and `resident` in bytes */
  ask(question) {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#child.send({ ask: question, id });
    });
  }

  async cpu() {
    return (await this.ask('usage')).cpu;
  }

  async resident() {
    return (await this.ask('usage')).resident;
  }

  async stop() {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}

/** Processor time so far (microseconds) of a process that is not Node's, as Linux counts it: in hundredths of a second. */
export function processorTimeOf(pid) {
  const [, fields] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const [utime, stime] = fields.split(' ').slice(11, 13).map(Number);
  return (utime + stime) * 10_000;
}
