import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const key = 'keyring:test';
let storage: typeof import('./browser-storage.ts');

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules(); // it listens to the other tabs once for each page
  storage = await import('./browser-storage.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

/** As the browser does it for a page when another tab of its origin has changed what is kept. */
function changeInOtherTab(text: string | null, of: string | null = key): void {
  if (text === null) localStorage.removeItem(key);
  else localStorage.setItem(key, text);
  window.dispatchEvent(new StorageEvent('storage', { key: of, newValue: text }));
}

describe('what a browser remembers', () => {
  it('is read when it is first asked for', () => {
    const store = storage.rememberedStore(key, 'none');
    localStorage.setItem(key, '"later"');
    expect(store.get()).toBe('later');
  });

  it('is what another tab made of it', () => {
    const store = storage.rememberedStore(key, 'none');
    expect(store.get()).toBe('none');
    vi.runAllTimers();
    const heard = vi.fn();
    store.subscribe(heard);
    changeInOtherTab('"theirs"');
    expect(store.get()).toBe('theirs');
    changeInOtherTab(null, null); // all of it was cleared
    expect(store.get()).toBe('none');
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('is also what another tab made of it before this one listened', () => {
    const store = storage.rememberedStore(key, 'none');
    expect(store.get()).toBe('none');
    localStorage.setItem(key, '"theirs"');
    vi.runAllTimers();
    expect(store.get()).toBe('theirs');
  });

  it('stays the same thing while nothing has changed, so that nothing is drawn again', () => {
    localStorage.setItem(key, '{"a":1}');
    const store = storage.rememberedStore<Record<string, number>>(key, {});
    const before = store.get();
    vi.runAllTimers();
    changeInOtherTab('{"a":1}');
    expect(store.get()).toBe(before);
  });

  it('lives as long as the page where storage is forbidden', () => {
    const refuse = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    const store = storage.rememberedStore(key, 'none');
    store.set('mine');
    vi.runAllTimers();
    expect(store.get()).toBe('mine');
  });

  it('is as if nothing had been, where what is kept is not ours', () => {
    localStorage.setItem(key, '{');
    expect(storage.rememberedStore(key, 'none').get()).toBe('none');
  });

  it('of one tab is kept for a reload, and no other tab changes it', () => {
    const store = storage.tabStore(key, 'none');
    store.set('mine');
    expect(sessionStorage.getItem(key)).toBe('"mine"');
    vi.runAllTimers();
    changeInOtherTab('"theirs"');
    expect(store.get()).toBe('mine');
  });
});
