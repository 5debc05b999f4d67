import './styles/index.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { carryAhead } from './api/ahead.ts';
import { createConsoleQueryClient } from './api/console-query-client.ts';
import { carryBy } from './api/http.ts';
import { loadWords } from './i18n/index.ts';
import { paths } from './paths.ts';
import { readAhead } from './read-ahead.ts';
import { preloadScreens } from './routes.tsx';
import { takeArrival } from './sign-in/callback-arrival.ts';

carryBy(carryAhead);

// Before anything else is loaded or sent: the code leaves the address, and is posted once.
const arrival = location.pathname === paths.callback() ? takeArrival() : undefined;

/** Not awaited by this module itself: the words import from the file that it is in, and would wait for it in turn. */
async function start(): Promise<void> {
  const client = createConsoleQueryClient();
  await Promise.all([loadWords(), preloadScreens(location.pathname), readAhead(client)]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  // As a transition it is drawn in short pieces: the browser answers, and paints, between them.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App queryClient={client} arrival={arrival} />
      </StrictMode>,
    ),
  );
}
// In a task of its own: to read the app's file was one already.
setTimeout(() => void start());
