import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LruMap } from './lru.ts';

describe('LruMap', () => {
  it('holds what was used last, and no more than twice its capacity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ key: fc.nat({ max: 15 }), what: fc.constantFrom('set', 'get', 'delete') }), { maxLength: 80 }),
        (capacity, steps) => {
          const map = new LruMap<number, number>(capacity);
          let lastUsed: number[] = [];
          const values = new Map<number, number>();
          steps.forEach(({ key, what }, step) => {
            if (what === 'delete') {
              map.delete(key);
              values.delete(key);
            } else if (what === 'set' || map.get(key) !== undefined) {
              if (what === 'set') {
                map.set(key, step);
                values.set(key, step);
              }
              lastUsed = [...lastUsed.filter((other) => other !== key), key];
            }
            for (const used of lastUsed.slice(-capacity)) expect(map.get(used)).toBe(values.get(used));
          });
          const held = Array.from({ length: 16 }, (_, key) => key).filter((key) => map.has(key));
          expect(held.length).toBeLessThanOrEqual(2 * capacity);
        },
      ),
    );
  });
});
