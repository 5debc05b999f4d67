import type { QueryClient } from '@tanstack/react-query';
import './api/watch.ts';
import { Router } from './Router.tsx';
import { KeyringProvider } from './react/index.ts';
import { AppRoutes } from './routes.tsx';
import { ArrivalContext } from './sign-in/arrival-context.ts';
import type { Arrival } from './sign-in/callback-arrival.ts';
import { Announcer } from './ui/Announcer.tsx';

/** The whole app. `arrival`: how the browser came to `/callback`, where it did. */
export function App({ queryClient, arrival }: { queryClient: QueryClient; arrival?: Arrival }) {
  return (
    <KeyringProvider queryClient={queryClient}>
      <ArrivalContext value={arrival}>
        <Router>
          <AppRoutes />
          <Announcer />
        </Router>
      </ArrivalContext>
    </KeyringProvider>
  );
}
