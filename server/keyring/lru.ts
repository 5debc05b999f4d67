/**
 * A map that forgets what was not used for long, in two generations: looking something up costs one look, and moves nothing as long as
 * it was used lately. It holds at least the `capacity` values that were used last, and at most twice as many.
 */
export class LruMap<K, V> {
  private recent = new Map<K, V>();
  private older = new Map<K, V>();
  private readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: K): V | undefined {
    const value = this.recent.get(key);
    if (value !== undefined) return value;
    const old = this.older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    this.recent.set(key, value);
    if (this.recent.size < this.capacity) return;
    this.older = this.recent;
    this.recent = new Map();
  }
}
