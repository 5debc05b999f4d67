const listeners = new Set<() => void>();

/** Opens the switcher of this page, from anywhere on it. */
export function openSwitcher(): void {
  for (const listener of listeners) listener();
}

/** The switcher listens; returns how to stop. */
export function onOpenSwitcher(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
