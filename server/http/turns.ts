/** Who works and who waits, for one key. */
interface Line {
  working: number;
  waiting: Set<() => void> | undefined;
}

/** Keys that are remembered although nobody works for them. To forget a key with each call and learn it anew rebuilds the map all the time. */
const idleAtMost = 256;

/** Lets at most so many work at a time for each key; the rest wait for their turn, first come, first served. */
export class Turns {
  private readonly lines = new Map<string, Line>();
  private readonly limit: number;
  private idle = 0;

  /** @param limit that may work at the same time, for one key */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** Keys for which somebody works. */
  get size(): number {
    return this.lines.size - this.idle;
  }

  /** Keys that take room, 256 idle ones among them at most. */
  get remembered(): number {
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
    } else if (line.working === 0) this.idle--;
    const here = line;
    let over = false;
    const leave = () => {
      if (over) return;
      over = true;
      if (!here.waiting?.delete(begin)) this.next(here);
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

  private next(line: Line): void {
    const first = line.waiting?.values().next().value;
    if (first) first();
    else if (--line.working === 0 && ++this.idle > idleAtMost) this.forgetIdle();
  }

  private forgetIdle(): void {
    for (const [key, { working }] of this.lines) if (working === 0) this.lines.delete(key);
    this.idle = 0;
  }
}
