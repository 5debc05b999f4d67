import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { boundBody } from './bound-body.ts';

/** A request whose body is on its way. */
class Incoming extends EventEmitter {
  readonly socket = new EventEmitter();
  complete = false;
  destroyed = 0;

  destroy(): void {
    this.destroyed++;
    this.emit('close');
  }
}

let request: Incoming;
let late: number;
const bound = (onLate?: () => void) => boundBody(request as unknown as IncomingMessage, 100, onLate);
beforeEach(() => {
  vi.useFakeTimers();
  request = new Incoming();
  late = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

it('DS2 a body that has not come in time is cut, and told of', () => {
  bound(() => late++);
  vi.advanceTimersByTime(99);
  expect([request.destroyed, late]).toEqual([0, 0]);
  vi.advanceTimersByTime(1);
  expect([request.destroyed, late]).toEqual([1, 1]);
});

it('DS2 a body is cut also where nobody wants to be told', () => {
  bound();
  vi.advanceTimersByTime(100);
  expect(request.destroyed).toBe(1);
});

it('one that is whole by then is left alone', () => {
  bound(() => late++);
  request.complete = true;
  vi.advanceTimersByTime(1000);
  expect([request.destroyed, late]).toEqual([0, 0]);
});

it('ends with its connection', () => {
  bound(() => late++);
  request.socket.emit('close');
  vi.advanceTimersByTime(1000);
  expect([request.destroyed, late]).toEqual([1, 0]);
});

it('leaves nothing behind once its request is over: a connection serves many', () => {
  bound(() => late++);
  request.emit('close');
  expect([request.socket.listenerCount('close'), vi.getTimerCount()]).toEqual([0, 0]);
});
