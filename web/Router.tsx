import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router as RouterOf } from 'react-router-dom';
import { areScreensLoaded } from './routes.tsx';

/**
 * As `BrowserRouter`, which makes a transition of each navigation: a page whose code is there is drawn at once instead, a frame or two earlier;
 * one that has to be fetched first leaves the page before it on screen meanwhile.
 */
export function Router({ children }: { children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ location, action }, setState] = useState({ location: history.location, action: history.action });
  useLayoutEffect(
    () =>
      history.listen(({ location, action }) => {
        const show = () => setState({ location, action });
        if (areScreensLoaded(location.pathname)) show();
        else startTransition(show);
      }),
    [history],
  );
  return (
    <RouterOf location={location} navigationType={action} navigator={history}>
      {children}
    </RouterOf>
  );
}
