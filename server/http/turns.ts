/** Who works and who waits, for one key. */
interface Line {
  working: number;
  waiting: Set<() => void> | undefined;
}

/**
 * Lets at most so many work at a time for each key; the rest wait for their turn, first come, first served. Nothing is remembered of a
 * key for which nobody works.
 */
export class Turns {
  private readonly lines = new Map<string, Line>();
  private readonly limit: number;

  /** @param limit that may work at the same time, for one key */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** Keys for which somebody works. */
  get size(): number {
    return this.lines.size;
  }

  /**
   * Calls `start` when it is its turn: at once, where there is room.
   *
   * @returns what ends the turn, or the wait for it; a second call does nothing
   */
  enter(key: string, start: () => void): () => void {
    let line = this.lines.get(key);
    if (!line) {
      line = { working: 0, waiting: undefined };
      this.lines.set(key, line);
    }
    const here = line;
    let over = false;
    const leave = () => {
      if (over) return;
      over = true;
      if (!here.waiting?.delete(begin)) this.next(key, here);
    };
    const begin = () => {
      here.waiting?.delete(begin);
      start();
    };
    if (here.working < this.limit) {
      here.working++;
      start();
    } else {
      here.waiting ??= new Set();
      here.waiting.add(begin);
    }
    return leave;
  }

  /** Does `work` when it is its turn. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    let leave: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      leave = this.enter(key, resolve);
    });
    try {
      return await work();
    } finally {
      leave?.();
    }
  }

  private next(key: string, line: Line): void {
    const first = line.waiting?.values().next().value;
    if (first) first();
    else if (--line.working === 0) this.lines.delete(key);
  }
}
