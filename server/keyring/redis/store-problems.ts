import { ProblemError } from '../../http/problems.ts';
import { StoreRefusedError } from '../store.ts';

/** Whether the store gave an answer that only a value of another kind than ours explains: somebody else's key, or damage. */
export function isWrongType(error: unknown): boolean {
  return error instanceof ProblemError && error.cause instanceof Error && /^WRONGTYPE /.test(error.cause.message);
}

/** Whether the connection was to blame: it ended before the answer, or leads to a server that no longer writes. */
export function wasLost({ name, message }: Error): boolean {
  return name === 'MaxRetriesPerRequestError' || /^(?:READONLY |Connection is closed|Stream isn't writeable|Command aborted)/.test(message);
}

export function storeUnavailable(cause: Error): ProblemError {
  return new ProblemError('store_unavailable', 'The store of this keyring does not answer. Nothing was lost; try again in a moment.', {
    cause: plain(cause),
    retryAfterSeconds: 1,
  });
}

/** The client's own errors carry the command with all it was given. */
export function plain(error: Error | undefined): Error | undefined {
  if (!error) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return Object.assign(new Error(error.message), code && { code });
}

/** Why a store will never let us in; undefined where waiting may help. Names the host, never a password. */
export function refusal(url: string, error: Error): StoreRefusedError | undefined {
  return lastsForGood(error) ? new StoreRefusedError(`The store at ${hostOf(url)} ${reason(error)}. Check REDIS_URL.`) : undefined;
}

/** What no time heals: a wrong password, a user without rights, a certificate that nobody vouches for. */
function lastsForGood({ message, code = '' }: NodeJS.ErrnoException): boolean {
  return (
    /^(?:WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password|ERR DB index)/.test(message) ||
    /^(?:ERR_SSL|ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)|_IN_CERT_CHAIN$/.test(code)
  );
}

function reason({ message, code }: NodeJS.ErrnoException): string {
  if (message.startsWith('WRONGPASS')) return 'does not accept this user and password';
  if (message.startsWith('NOAUTH')) return 'asks for a password, and REDIS_URL has none';
  if (code) return `cannot be trusted, or speaks no TLS (${code})`;
  return `refuses: ${message.replace(/\s+/g, ' ').slice(0, 200)}`;
}

/** Where a store is, without user and password. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : (url.split('?', 1)[0] ?? '');
}
