import type { Ref } from '../podio/types.ts';
import { ApiError } from './errors.ts';
import type { PlantedCalls } from './rate-limit.ts';

/** Sample apps that misbehave, so that a person can practise on every failure. They do so when one signs in as them. */
export const planted = {
  /** Has no items. */
  contacts: 22190,
  /** Signs in, but every refresh is refused. */
  invoices: 22191,
  /** Takes three seconds for every answer, token answers included. */
  assets: 22192,
  /** Answers every second API call with 503. */
  meetings: 22193,
  /** Has three calls left, then 420. */
  timesheets: 22194,
} as const;

export const plantedCalls: PlantedCalls = { [`app-${planted.timesheets}`]: 3 };

const isApp = (ref: Ref, appId: number): boolean => ref.type === 'app' && ref.id === appId;

/** Milliseconds before every answer to this ref. */
export const plantedDelayMs = (ref: Ref): number => (isApp(ref, planted.assets) ? 3000 : 0);

export const refusesRefresh = (ref: Ref): boolean => isApp(ref, planted.invoices);

/** Counts the calls of apps that fail at times. */
export class PlantedCounters {
  #meetings = 0;

  /** @throws {ApiError} 503 on every second call as Meetings */
  checkAvailable(ref: Ref): void {
    if (!isApp(ref, planted.meetings)) return;
    this.#meetings += 1;
    if (this.#meetings % 2 === 0)
      throw new ApiError(503, 'unavailable', 'The service is temporarily unavailable, please try again', { propagate: true });
  }
}
