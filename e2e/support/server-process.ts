import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { printedSecrets } from '../../server/secrets-testing.ts';

export interface Command {
  /** File in `dist/server`. */
  script: string;
  /** The whole environment but PATH: what stands in the developer's own must not matter. */
  environment: Record<string, string>;
  /** Answers 2xx when the process serves. */
  readyUrl: string;
  /** Milliseconds until it must. */
  startLimit?: number;
}

/** One program of the built product, run as an operator would. */
export class ServerProcess {
  readonly #command: Command;
  readonly #directory = mkdtempSync(join(tmpdir(), 'podio-keyring-e2e-'));
  #child: ChildProcess | undefined;
  #output = '';

  constructor(command: Command) {
    this.#command = command;
  }

  /** All it has written, since its first start. */
  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return this.#child !== undefined;
  }

  /** @throws Error with its output when it ends, or does not serve in time */
  async start(): Promise<void> {
    const { script, environment, startLimit = 30_000 } = this.#command;
    const file = fileURLToPath(new URL(`../../dist/server/${script}`, import.meta.url));
    const child = spawn(process.execPath, [file], {
      cwd: this.#directory, // no `.env` of the developer's
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (text: Buffer) => {
      this.#output += text;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.#child = child;
    const deadline = Date.now() + startLimit;
    while (!(await this.#serves())) {
      if (child.exitCode !== null) throw new Error(`${script} ended with code ${child.exitCode}:\n${this.#output}`);
      if (Date.now() > deadline) throw new Error(`${script} does not serve ${this.#command.readyUrl}:\n${this.#output}`);
      await after(50);
    }
  }

  /** SIGTERM, and waits. @throws Error unless it exits with code 0, having printed no secret */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
    if (child.exitCode !== 0) {
      const end = child.signalCode ?? `code ${child.exitCode}`;
      throw new Error(`${this.#command.script} ended with ${end}, not with code 0:\n${this.#output.slice(-2000)}`);
    }
    const printed = printedSecrets(this.#output);
    if (printed.length > 0) throw new Error(`LG1 ${this.#command.script} printed secrets:\n${printed.join('\n')}`);
  }

  async #serves(): Promise<boolean> {
    const answer = await fetch(this.#command.readyUrl).catch(() => undefined); // refused: not yet listening
    return answer?.ok ?? false;
  }
}
