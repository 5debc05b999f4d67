import { createSealer } from '../keyring/seal.ts';
import type { SessionTokens } from './session-manager.ts';

const secretMinimum = 32;
/** Characters of a sealed session that are looked at. */
const longest = 16_384;

/** Seals a session for a place that others may read, and opens it. */
export interface SessionSealer {
  /** @param name what it is kept under; it opens under no other */
  seal(tokens: SessionTokens, name: string): string;
  /** undefined for anything that was not sealed here under that name: damaged, of another secret, exchanged for another. */
  open(sealed: string, name: string): SessionTokens | undefined;
}

/**
 * @param secrets the first seals, all of them open; at least 32 characters each
 * @param purpose the kind of place; what is sealed for one never opens in another
 * @throws {TypeError} when there is none, or one is too short
 */
export function createSessionSealer(secrets: readonly string[], purpose: string): SessionSealer {
  if (secrets.length === 0 || secrets.some((secret) => secret.length < secretMinimum))
    throw new TypeError(
      `Sessions are sealed: give secrets of at least ${secretMinimum} characters, for example from openssl rand -hex 32.`,
    );
  const sealer = createSealer(secrets, purpose, undefined, longest);
  return {
    seal: (tokens, name) => sealer.seal(Buffer.from(JSON.stringify(tokens)), name),
    open(sealed, name) {
      const plain = sealer.open(sealed, name);
      return plain && (JSON.parse(plain.toString()) as SessionTokens); // authentic, so it is what was sealed
    },
  };
}
