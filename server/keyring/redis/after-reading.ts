/**
 * Calls back after so many milliseconds, but not before what has arrived meanwhile was read; once as late again where this process itself
 * was held up, since then the machine is busy, and what it asked with it.
 *
 * @returns what stops it
 */
export function afterReading(ms: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (again: boolean) => {
    const startedAt = performance.now();
    const fired = () => {
      if (again && performance.now() - startedAt > 1.25 * ms) wait(false);
      else callback();
    };
    timer = setTimeout(() => setImmediate(fired), ms);
  };
  wait(true);
  return () => clearTimeout(timer);
}
