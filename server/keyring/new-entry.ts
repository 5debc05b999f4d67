import { randomBytes } from 'node:crypto';
import { ProblemError } from '../http/problems.ts';
import { authenticationId, type Entry, type SignIn } from './authentication.ts';
import { newMarkBytes } from './keyring-codec.ts';

/** The sentence is the same before a token request and after it. */
export function keyringFull(capacity: number): ProblemError {
  return new ProblemError(
    'keyring_full',
    `The keyring holds ${capacity} of ${capacity} authentications. Sign out of one that is no longer needed, then add this one. Nothing was lost.`,
  );
}

/** What a keyring lists of a sign-in. One that takes the place of an older one stays read-only where that was. */
export function newEntry({ method, ref, name, scope, tokens }: SignIn, old: Entry | undefined): Entry {
  return {
    id: authenticationId(ref),
    method,
    ref,
    name,
    scope,
    issuedAt: Math.floor(tokens.obtainedAt / 1000),
    expiresAt: Math.floor(tokens.expiresAt / 1000),
    readOnly: old?.readOnly ?? false,
    mark: randomBytes(newMarkBytes).toString('base64url'),
  };
}
