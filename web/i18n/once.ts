/** What `make` gives, made when it is first asked for: to make a formatter of `Intl` takes longer than to use it a hundred times. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
