import { type ComponentType, useEffect, useState } from 'react';
import { noteUnreachable } from '../api/connection.ts';

/** See {@link lazyPart}. */
export interface LazyPart<P> {
  (props: P & { onFail?: () => void }): React.JSX.Element | null;
  /** Fetches it ahead of its first use. */
  preload(): Promise<void>;
}

/**
 * A part of a page that arrives when it is first shown. Unlike React's `lazy`, one that could not be fetched is tried
 * again the next time it is shown, and says that the server does not answer instead of breaking the page.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPart<P> {
  let loaded: ComponentType<P> | undefined;
  const fetchOnce = async () => {
    loaded ??= (await load()).default;
    return loaded;
  };

  function Part({ onFail, ...props }: P & { onFail?: () => void }) {
    const [Component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (Component) return;
      let shown = true;
      const fail = () => {
        noteUnreachable('no-answer');
        if (shown) onFail?.();
      };
      fetchOnce().then((component) => shown && setComponent(() => component), fail);
      return () => {
        shown = false;
      };
    }, [Component, onFail]);
    return Component ? <Component {...(props as unknown as P)} /> : null;
  }
  Part.preload = () => fetchOnce().then(() => undefined);
  return Part;
}
