import { describe, expect, it } from 'vitest';
import { LruMap } from './lru.ts';

const held = (map: LruMap<number, string>, keys: number[]) => keys.filter((key) => map.has(key));

describe('LruMap', () => {
  it('DS7 holds what was used last, at least the capacity and at most twice as much', () => {
    const map = new LruMap<number, string>(3);
    for (let key = 1; key <= 5; key++) map.set(key, `v${key}`);
    expect(held(map, [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    map.set(6, 'v6');
    expect(held(map, [1, 2, 3, 4, 5, 6])).toEqual([4, 5, 6]);
    expect([map.get(4), map.get(1)]).toEqual(['v4', undefined]);
  });

  it('keeps what is looked up, and leaves the rest behind', () => {
    const map = new LruMap<number, string>(2);
    map.set(1, 'a');
    map.set(2, 'b');
    expect(map.get(1)).toBe('a');
    map.set(3, 'c');
    map.set(4, 'd');
    expect(held(map, [1, 2, 3, 4])).toEqual([1, 3, 4]);
  });

  it('gives the value that was set last, and none that was deleted, however long ago it was set', () => {
    const map = new LruMap<number, string>(2);
    map.set(1, 'old');
    map.set(2, 'b');
    map.set(1, 'new');
    expect(map.get(1)).toBe('new');
    map.delete(1);
    map.delete(2);
    expect(held(map, [1, 2])).toEqual([]);
    expect(map.get(1)).toBeUndefined();
  });
});
