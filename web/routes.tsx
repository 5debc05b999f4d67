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
const Shell = screen(() => frame().then(({ Shell }) => ({ default: Shell })));
const ActingPage = screen(() => frame().then(({ ActingPage }) => ({ default: ActingPage })));
const Items = screen(() => frame().then(({ Items }) => ({ default: Items })));
const SignIn = screen(() => import('./sign-in/SignIn.tsx'));
const AppForm = screen(() => import('./sign-in/AppForm.tsx'));
const ImportApps = screen(() => import('./sign-in/import/ImportApps.tsx'));
const PasswordForm = screen(() => import('./sign-in/PasswordForm.tsx'));
const Callback = screen(() => import('./sign-in/Callback.tsx'));
const Authentications = screen(() => import('./authentications/Authentications.tsx'));
const UserHome = screen(() => import('./home/UserHome.tsx'));
const Explorer = screen(() => import('./explorer/Explorer.tsx'));
const Compare = screen(() => import('./compare/Compare.tsx'));
const Calls = screen(() => import('./calls/Calls.tsx'));
const Item = screen(() => import('./item/Item.tsx'));

const inFrame = [Shell, ActingPage, Items];
/** What an address shows first: the frame, and what stands in it. */
const shownFirst: readonly (readonly [paths: RegExp, screens: readonly { preload(): Promise<void> }[]])[] = [
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
  const screens = shownFirst.flatMap(([paths, screens]) => (paths.test(pathname) ? screens : []));
  await Promise.allSettled(screens.map((screen) => screen.preload()));
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
