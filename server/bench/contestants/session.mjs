/** What each peer keeps in its session: the same as the keyring keeps of one authentication. */
export const session = {
  accessToken: process.env.PEERS_TOKEN,
  refreshToken: process.env.PEERS_TOKEN.replace('0', 'f'),
  expiresAt: Date.now() + 8 * 60 * 60 * 1000,
  obtainedAt: Date.now(),
  name: 'Projects',
  scope: 'global:all',
};

/** Secrets of at least 32 characters, for whoever seals with them. */
export const secret = 'a secret of the benchmark, of no use';

/** What a session says, if its token lives: the header that goes up to Podio. */
export function authorization(held) {
  return held?.accessToken && held.expiresAt > Date.now() ? `OAuth2 ${held.accessToken}` : undefined;
}
