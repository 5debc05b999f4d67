import type { AuthenticationState } from './authentication-state.ts';

/** What the tabs of one browser tell each other. Ids and states only, never a secret. */
export type KeyringEvent =
  | { type: 'added' | 'renewed'; id: string; name: string }
  /** Something that the keyring says of it, as whether it is read-only; no answer of Podio's is another for it. */
  | { type: 'changed'; id: string }
  | { type: 'signed-out'; id: string; name: string }
  | { type: 'signing-out-of-everything' | 'signed-out-of-everything' }
  | { type: 'state'; id: string; state: AuthenticationState };

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('keyring');

const listeners = new Set<(event: KeyringEvent) => void>();
channel?.addEventListener('message', ({ data }: MessageEvent<KeyringEvent>) => {
  for (const listener of listeners) listener(data);
});
// Where pages are rendered in Node a channel that listens would keep the process alive; to listen undoes an earlier `unref`.
(channel as { unref?: () => void } | undefined)?.unref?.();

/** Tells the other tabs; this one hears nothing of it. */
export function tellOtherTabs(event: KeyringEvent): void {
  channel?.postMessage(event);
}

/** Hears what other tabs tell; returns how to stop. */
export function onOtherTabs(listener: (event: KeyringEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
