import { setTimeout as wait } from 'node:timers/promises';

/** Waits that long, in milliseconds; a pause under way does not keep the process alive. */
export async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await wait(milliseconds, undefined, { ref: false });
}
