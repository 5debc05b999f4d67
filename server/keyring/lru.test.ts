import { describe, expect, it } from 'vitest';
import { LruMap } from './lru.ts';

/** Which of these keys it holds; each is asked of a map of its own, since to ask is to use. */
const held = (capacity: number, fill: (map: LruMap<number, string>) => void, keys: number[]) =>
  keys.filter((key) => {
    const map = new LruMap<number, string>(capacity);
    fill(map);
    return map.get(key) !== undefined;
  });

describe('LruMap', () => {
  it('DS7 holds what was used last, at least the capacity and at most twice as much', () => {
    const filled = (count: number) => (map: LruMap<number, string>) => {
      for (let key = 1; key <= count; key++) map.set(key, `v${key}`);
    };
    expect(held(3, filled(5), [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(held(3, filled(6), [1, 2, 3, 4, 5, 6])).toEqual([4, 5, 6]);
  });

  it('keeps what is looked up, and leaves the rest behind', () => {
    const fill = (map: LruMap<number, string>) => {
      map.set(1, 'a');
      map.set(2, 'b');
      expect(map.get(1)).toBe('a');
      map.set(3, 'c');
      map.set(4, 'd');
    };
    expect(held(2, fill, [1, 2, 3, 4])).toEqual([1, 3, 4]);
  });

  it('moves nothing that is looked up as long as it was used lately', () => {
    const fill = (map: LruMap<number, string>) => {
      map.set(1, 'a');
      map.set(2, 'b');
      map.set(3, 'c');
      for (let time = 0; time < 5; time++) expect(map.get(3)).toBe('c');
    };
    expect(held(2, fill, [1, 2, 3])).toEqual([1, 2, 3]);
  });

  it('gives the value that was set last', () => {
    const map = new LruMap<number, string>(2);
    map.set(1, 'old');
    map.set(2, 'b');
    map.set(1, 'new');
    expect(map.get(1)).toBe('new');
    expect(map.get(7)).toBeUndefined();
  });
});
