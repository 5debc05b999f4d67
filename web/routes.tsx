import { Route, Routes, useParams } from 'react-router-dom';
import { parseAuthId } from './paths.ts';
import { ActingPage } from './shell/ActingPage.tsx';
import { Bare } from './shell/Bare.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { Start } from './shell/Start.tsx';
import { screen } from './ui/screen.tsx';

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
const Items = screen(() => import('./items/Items.tsx'));
const Item = screen(() => import('./item/Item.tsx'));

/** The screen map. Each screen arrives when it is first shown; its frame is there at once. */
export function AppRoutes() {
  return (
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
  );
}

/** A person comes home to their spaces, an app to its items. */
function Home() {
  return parseAuthId(useParams().auth ?? '')?.type === 'user' ? <UserHome /> : <Items />;
}
