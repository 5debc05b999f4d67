import type { Authentication, Method, Ref } from '../contract.ts';
import type { Tokens } from '../podio/oauth.ts';

/** Podio's refresh tokens live 28 days (developers.podio.com/authentication). */
export const REFRESH_TOKEN_SECONDS = 28 * 24 * 60 * 60;

/** What a keyring remembers of one authentication. Times are whole seconds since 1970. */
export interface Entry {
  readonly id: string;
  readonly method: Method;
  readonly ref: Ref;
  readonly name: string;
  readonly scope: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly readOnly: boolean;
  /** Random, new with each sign-in: its tokens open only with it, so signing in again or out ends the old ones for good. */
  readonly mark: string;
}

/** The tokens of one authentication as held, with the name and the scope whole. */
export interface HeldTokens {
  readonly tokens: Tokens;
  readonly name: string;
  readonly scope: string | null;
}

/** A finished sign-in, to be put into a keyring. */
export interface SignIn {
  readonly method: Method;
  readonly ref: Ref;
  readonly name: string;
  readonly scope: string | null;
  readonly tokens: Tokens;
}

/** `<ref.type>-<ref.id>`, as `app-22117`. */
export function authenticationId(ref: Ref): string {
  return `${ref.type}-${ref.id}`;
}

/**
 * What the browser may see of an authentication. With its tokens at hand the times are the present ones and name and scope are whole;
 * without (in the list) they are those of the sign-in.
 */
export function publicAuthentication(entry: Entry, held?: HeldTokens): Authentication {
  const obtainedAtMs = held?.tokens.obtainedAt ?? entry.issuedAt * 1000;
  return {
    id: entry.id,
    method: entry.method,
    ref: entry.ref,
    name: held?.name ?? entry.name,
    scope: held ? held.scope : entry.scope,
    issuedAt: isoTime(entry.issuedAt * 1000),
    expiresAt: isoTime(held?.tokens.expiresAt ?? entry.expiresAt * 1000),
    renewableUntil: isoTime(obtainedAtMs + REFRESH_TOKEN_SECONDS * 1000),
    readOnly: entry.readOnly,
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
