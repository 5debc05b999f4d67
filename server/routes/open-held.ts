import { ProblemError } from '../http/problems.ts';
import type { Opened, OpenedHeld } from '../keyring/keyring.ts';

/**
 * The authentication that a request names, with its tokens. There is no fallback to another one, ever.
 *
 * @throws {ProblemError} `unknown_authentication` or `authentication_expired`
 */
export function openHeld(opened: Opened, id: string): OpenedHeld {
  if (opened.state === 'held') return opened;
  if (opened.state === 'unknown') throw unknownAuthentication(id);
  throw new ProblemError('authentication_expired', `The tokens of ${opened.entry.id} are gone: sign in again.`);
}

export function unknownAuthentication(id: string): ProblemError {
  return new ProblemError('unknown_authentication', `This browser holds no authentication ${bounded(id)}.`);
}

function bounded(id: string): string {
  return /^(user|app)-\d{1,16}$/.test(id) ? id : 'of that id';
}
