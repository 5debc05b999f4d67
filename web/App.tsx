import type { QueryClient } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router-dom';
import './api/watch.ts';
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
        <BrowserRouter>
          <AppRoutes />
          <Announcer />
        </BrowserRouter>
      </ArrivalContext>
    </KeyringProvider>
  );
}
