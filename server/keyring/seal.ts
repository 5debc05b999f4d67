import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const version = 1;
const keyIdBytes = 4;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + ivBytes;

/** Bytes that sealing adds before base64url: version, key id, IV and tag. */
export const SEAL_OVERHEAD = headBytes + tagBytes;

/** A browser keeps no cookie beyond it. */
const longestCookie = 4096;

/** Authenticated encryption for one purpose, with keys of its own. */
export interface Sealer {
  /** base64url(version ‖ key id ‖ IV ‖ ciphertext ‖ tag). */
  seal(plain: Uint8Array, boundTo: string): string;
  /** What was sealed, or undefined for anything that does not open: damaged, foreign, rotated out, or bound to something else. */
  open(sealed: string, boundTo: string): Buffer | undefined;
}

/** Hears of a value of our form that no secret of ours sealed: rotated out, or made elsewhere. `keyId` is in hex. */
export type OnUnknownKey = (purpose: string, keyId: string) => void;

interface Key {
  id: Buffer;
  secret: Buffer;
}

/**
 * AES-256-GCM with a random 96-bit IV (NIST SP 800-38D: fewer than 2^32 seals a key; a key here seals one kind of cookie of one
 * secret, so at a hundred seals a second it lasts 490 days; rotate yearly). Keys are derived once (HKDF-SHA-256, RFC 5869), one for each
 * secret and purpose, so that a value of one purpose never opens as another.
 *
 * @param secrets the first seals, all of them open
 * @param purpose the kind of value; part of the key and of what is authenticated
 * @param longest sealed text that is looked at, in characters
 */
export function createSealer(secrets: readonly string[], purpose: string, onUnknownKey?: OnUnknownKey, longest = longestCookie): Sealer {
  const keys = secrets.map((secret): Key => {
    const derived = Buffer.from(hkdfSync('sha256', secret, 'podio-keyring', `v${version} ${purpose}`, 32));
    return { id: createHash('sha256').update(derived).update('key id').digest().subarray(0, keyIdBytes), secret: derived };
  });
  const sealing = keys[0];
  if (!sealing) throw new RangeError('createSealer needs at least one secret');
  const associated = (boundTo: string) => Buffer.from(`podio-keyring v${version}\n${purpose}\n${boundTo}`);

  return {
    seal(plain, boundTo) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing.secret, iv);
      cipher.setAAD(associated(boundTo));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(version), sealing.id, iv, body, cipher.getAuthTag()]).toString('base64url');
    },

    open(sealed, boundTo) {
      if (sealed.length > longest) return undefined;
      const bytes = Buffer.from(sealed, 'base64url');
      // Node skips characters that are not base64url and ignores spare bits: only the one spelling that we made counts.
      if (bytes.length < SEAL_OVERHEAD || bytes[0] !== version || bytes.toString('base64url') !== sealed) return undefined;
      const id = bytes.subarray(1, 1 + keyIdBytes);
      const key = keys.find((candidate) => candidate.id.equals(id));
      if (!key) {
        onUnknownKey?.(purpose, id.toString('hex'));
        return undefined;
      }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.secret, bytes.subarray(1 + keyIdBytes, headBytes));
        decipher.setAAD(associated(boundTo)).setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()]);
      } catch {
        return undefined; // GCM says only that the tag does not match: damaged or bound to something else, which means absent
      }
    },
  };
}
