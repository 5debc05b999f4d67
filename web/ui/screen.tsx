import { type ComponentType, lazy } from 'react';

/** A screen's code could not be fetched: the server is away, or was replaced by a newer one. */
export class ScreenNotLoadedError extends Error {
  override name = 'ScreenNotLoadedError';
}

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>;

/** What has been fetched, by what fetches it: several screens may come in one file. */
const fetched = new WeakMap<Load<string>, Record<string, ComponentType>>();

/** A screen that arrives when it is first shown, or before that with `preload`: then its first render finds it. */
export function screen<Name extends string>(load: Load<Name>, name: Name) {
  const preload = async () => {
    const screens = await load();
    fetched.set(load, screens);
    return { default: screens[name] };
  };
  const Screen = lazy(() => {
    const loaded = (fetched.get(load) as Record<Name, ComponentType> | undefined)?.[name];
    if (loaded) return atOnce({ default: loaded });
    return preload().catch((cause: unknown) => {
      throw new ScreenNotLoadedError('A part of this page could not be loaded.', { cause });
    });
  });
  return Object.assign(Screen, { preload, isLoaded: () => fetched.has(load) });
}

/** Of a promise React sees only in a later task that it is fulfilled; of this it sees it as it asks. */
// biome-ignore lint/suspicious/noThenProperty: this is what React calls
const atOnce = <T,>(value: T) => ({ then: (take: (value: T) => unknown) => take(value) }) as unknown as Promise<T>;
