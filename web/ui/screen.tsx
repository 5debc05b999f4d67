import { type ComponentType, lazy } from 'react';

/** A screen's code could not be fetched: the server is away, or was replaced by a newer one. */
export class ScreenNotLoadedError extends Error {
  override name = 'ScreenNotLoadedError';
}

interface ScreenModule {
  default: ComponentType;
}

/** A screen that arrives when it is first shown, or before that with `preload`: then its first render finds it. */
export function screen(load: () => Promise<ScreenModule>) {
  let loaded: ScreenModule | undefined;
  const Screen = lazy(() => {
    if (loaded) return atOnce(loaded);
    return load().catch((cause: unknown) => {
      throw new ScreenNotLoadedError('A part of this page could not be loaded.', { cause });
    });
  });
  const preload = async () => {
    loaded = await load();
  };
  return Object.assign(Screen, { preload });
}

/** Of a promise React sees only in a later task that it is fulfilled; of this it sees it as it asks. */
// biome-ignore lint/suspicious/noThenProperty: this is what React calls
const atOnce = <T,>(value: T) => ({ then: (take: (value: T) => unknown) => take(value) }) as unknown as Promise<T>;
