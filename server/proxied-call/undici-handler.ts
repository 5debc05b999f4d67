import type { Dispatcher } from 'undici';
import type { Answer } from './answer.ts';

/** What an answer does to the connection that it comes over. */
export interface Connection {
  /** Names and values by turns, as they came. */
  readonly rawHeaders: readonly (Buffer | string)[];
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/**
 * Hands an answer to undici 7 in the older of the two forms that it knows. For the newer one it first makes an object of all headers, which
 * nobody here reads and which costs a call a twentieth more. undici 8 knows only the newer one, with the methods that {@link Answer} has.
 */
export class UndiciHandler implements Dispatcher.DispatchHandler, Connection {
  rawHeaders: readonly (Buffer | string)[] = [];
  private readonly answer: Answer;
  private paused = false;
  private continue: (() => void) | undefined;
  private cancel: ((reason: Error) => void) | undefined;

  constructor(answer: Answer) {
    this.answer = answer;
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    this.continue?.();
  }

  abort(reason: Error): void {
    this.cancel?.(reason);
  }

  onConnect(abort: (reason?: Error) => void): void {
    this.cancel = abort;
    this.answer.onRequestStart(this);
  }

  onHeaders(status: number, headers: Buffer[], resume: () => void): boolean {
    this.continue = resume;
    this.rawHeaders = headers;
    this.answer.onResponseStart(this, status);
    return !this.paused;
  }

  onData(chunk: Buffer): boolean {
    this.answer.onResponseData(this, chunk);
    return !this.paused;
  }

  onComplete(): void {
    this.answer.onResponseEnd();
  }

  onError(error: Error): void {
    this.answer.onResponseError(this, error);
  }
}
