import { Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import { parseAuthId } from './paths.ts';
import { Bare } from './shell/Bare.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { ScreenBoundary } from './shell/ScreenBoundary.tsx';
import { Start } from './shell/Start.tsx';
import { screen } from './ui/screen.tsx';

/** The frame of who acts, and the screen that most people come back to. */
const frame = () => import('./console.ts');
const Shell = screen(frame, 'Shell');
const ActingPage = screen(frame, 'ActingPage');
const Items = screen(frame, 'Items');
const SignIn = screen(() => import('./sign-in/SignIn.tsx'), 'default');
const AppForm = screen(() => import('./sign-in/AppForm.tsx'), 'default');
const ImportApps = screen(() => import('./sign-in/import/ImportApps.tsx'), 'default');
const PasswordForm = screen(() => import('./sign-in/PasswordForm.tsx'), 'default');
const Callback = screen(() => import('./sign-in/Callback.tsx'), 'default');
const Authentications = screen(() => import('./authentications/Authentications.tsx'), 'default');
const UserHome = screen(() => import('./home/UserHome.tsx'), 'default');
const Explorer = screen(() => import('./explorer/Explorer.tsx'), 'default');
const Compare = screen(() => import('./compare/Compare.tsx'), 'default');
const Calls = screen(() => import('./calls/Calls.tsx'), 'default');
const Item = screen(() => import('./item/Item.tsx'), 'default');

const inFrame = [Shell, ActingPage, Items];
/** What an address shows first: the frame, and what stands in it. */
const shownFirst: readonly (readonly [paths: RegExp, screens: readonly { preload(): Promise<unknown>; isLoaded(): boolean }[]])[] = [
  [/^\/sign-in$/, [SignIn]],
  [/^\/(as\/|authentications$|compare$)/, inFrame],
  [/^\/as\/user-\d+\/?$/, [UserHome]],
  [/^\/as\/[^/]+\/apps\/\d+\/items\/\d+/, [Item]],
  [/^\/as\/[^/]+\/explorer/, [Explorer]],
  [/^\/as\/[^/]+\/calls/, [Calls]],
  [/^\/authentications$/, [Authentications]],
  [/^\/compare$/, [Compare]],
];

/**
 * Fetches the screens of an address. What is not there at the first render React shows 0.3 s later at the soonest, each part of it; one that
 * cannot be fetched says so itself when it is shown.
 */
export async function preloadScreens(pathname: string): Promise<void> {
  await Promise.allSettled(screensOf(pathname).map((screen) => screen.preload()));
}

const screensOf = (pathname: string) => shownFirst.flatMap(([paths, screens]) => (paths.test(pathname) ? screens : []));

/** Whether all that an address shows first has been fetched. */
export function areScreensLoaded(pathname: string): boolean {
  const screens = screensOf(pathname);
  return screens.length > 0 && screens.every((screen) => screen.isLoaded());
}

/** The screen map. Each screen arrives when it is first shown, and the frame of those that act with the first of them. */
export function AppRoutes() {
  return (
    <ScreenBoundary page="frame">
      <Suspense fallback={null}>
        <Routes>
          <Route element={<Bare />}>
            <Route path="/" element={<Start />} />
            <Route path="/sign-in" element={<SignIn />} />
            <Route path="/sign-in/app" element={<AppForm />} />
            <Route path="/sign-in/password" element={<PasswordForm />} />
            <Route path="/callback" element={<Callback />} />
            <Route path="*" element={<NotFound />} />
          </Route>
          <Route element={<Bare wide />}>
            <Route path="/sign-in/import" element={<ImportApps />} />
          </Route>
          <Route element={<Shell />}>
            <Route path="/authentications" element={<Authentications />} />
            <Route path="/compare" element={<Compare />} />
          </Route>
          <Route path="/as/:auth" element={<Shell />}>
            <Route element={<ActingPage />}>
              <Route index element={<Home />} />
              <Route path="apps/:appId/items" element={<Items />} />
              <Route path="apps/:appId/items/:itemId" element={<Item />} />
              <Route path="explorer" element={<Explorer />} />
              <Route path="calls" element={<Calls />} />
              <Route path="*" element={<NotFound />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
    </ScreenBoundary>
  );
}

/** A person comes home to their spaces, an app to its items. */
function Home() {
  return parseAuthId(useParams().auth ?? '')?.type === 'user' ? <UserHome /> : <Items />;
}
