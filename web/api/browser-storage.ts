import { createStore, type Store } from './store.ts';

/**
 * A value that this browser remembers between visits, as JSON in localStorage: labels, when each was used. Never a
 * secret. Where storage is forbidden it lives as long as the page; changes of other tabs arrive.
 */
export const rememberedStore = <T>(key: string, initial: T): Store<T> => keptStore('localStorage', key, initial);

/** The same for one tab, while it is open: a reload keeps it, and no other tab hears of it. */
export const tabStore = <T>(key: string, initial: T): Store<T> => keptStore('sessionStorage', key, initial);

type Place = 'localStorage' | 'sessionStorage';

function keptStore<T>(place: Place, key: string, initial: T): Store<T> {
  const store = createStore(read(place, key, initial));
  globalThis.addEventListener?.('storage', (event: StorageEvent) => {
    if (event.key === key || event.key === null) store.set(read(place, key, initial));
  });
  return {
    ...store,
    set(next) {
      store.set(next);
      try {
        globalThis[place].setItem(key, JSON.stringify(next));
      } catch {
        // Forbidden or full: remembered for this page only, which costs no more than convenience.
      }
    },
  };
}

function read<T>(place: Place, key: string, initial: T): T {
  try {
    const text = globalThis[place].getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial; // forbidden, or not ours: as if nothing had been remembered
  }
}
