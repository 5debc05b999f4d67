import { createStore, type Store } from './store.ts';

/**
 * A value that this browser remembers between visits, as JSON in localStorage: labels, when each was used. Never a
 * secret. Where storage is forbidden it lives as long as the page; changes of other tabs arrive.
 */
export function rememberedStore<T>(key: string, initial: T): Store<T> {
  const { reread, ...store } = keptStore('localStorage', key, initial);
  onChangeInOtherTab(key, reread);
  return store;
}

/** The same for one tab, while it is open: a reload keeps it, and no other tab hears of it. */
export function tabStore<T>(key: string, initial: T): Store<T> {
  const { reread: _, ...store } = keptStore('sessionStorage', key, initial);
  return store;
}

/** Calls back with what stands under a key of localStorage (null: nothing) when another tab has changed it. One listener a key. */
export function onChangeInOtherTab(key: string, listener: (text: string | null) => void): void {
  if (listeners.size === 0) setTimeout(listen);
  listeners.set(key, listener);
}

type Place = 'localStorage' | 'sessionStorage';

const listeners = new Map<string, (text: string | null) => void>();

/** In a task of its own: for its first listener the browser opens its storage, and holds up the page that starts meanwhile. */
function listen(): void {
  const tell = (key: string | null) => {
    for (const [of, listener] of listeners) if (key === null || key === of) listener(read('localStorage', of));
  };
  globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => tell(key));
  tell(null); // what has changed since it was read
}

function keptStore<T>(place: Place, key: string, initial: T): Store<T> & { reread(text: string | null): void } {
  let text: string | null; // what is kept, as it was last seen there
  let known: Store<T> | undefined;
  // Read when it is first asked for: the browser may have to fetch it, and waits for that.
  const store = () => {
    if (!known) {
      text = read(place, key);
      known = createStore(parsed(text, initial));
    }
    return known;
  };
  return {
    get: () => store().get(),
    subscribe: (listener) => store().subscribe(listener),
    set(next) {
      store().set(next);
      const written = JSON.stringify(next);
      try {
        globalThis[place].setItem(key, written);
        text = written;
      } catch {
        // Forbidden or full: remembered for this page only, which costs no more than convenience.
      }
    },
    reread(now) {
      if (!known || now === text) return;
      text = now;
      known.set(parsed(now, initial));
    },
  };
}

function read(place: Place, key: string): string | null {
  try {
    return globalThis[place].getItem(key);
  } catch {
    return null; // forbidden: as if nothing had been remembered
  }
}

function parsed<T>(text: string | null, initial: T): T {
  try {
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial; // not ours
  }
}
