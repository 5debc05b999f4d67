import { LruMap } from './lru.ts';

/** Characters at the end of a sealed value that tell it from others: its tag, 128 bits that depend on all the rest, and a little more. */
const tailLength = 32;

/**
 * What sealed values opened to: it saves opening them again, and is never the only copy.
 *
 * It looks for a value by its end, since to hash four kilobytes costs a call as much as all else that is done for it here, and then compares
 * the whole. What it keeps is a copy: a piece of a `Cookie` header would keep all of it in memory.
 */
export class OpenedValues<V> {
  private readonly known: LruMap<string, { sealed: string; opened: V }>;

  /** @param capacity values held at least; at most twice as many */
  constructor(capacity: number) {
    this.known = new LruMap(capacity);
  }

  get(sealed: string): V | undefined {
    const known = this.known.get(sealed.slice(-tailLength));
    return known?.sealed === sealed ? known.opened : undefined;
  }

  set(sealed: string, opened: V): void {
    const own = Buffer.from(sealed, 'latin1').toString('latin1');
    this.known.set(own.slice(-tailLength), { sealed: own, opened });
  }
}
