import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ActingPage } from './shell/ActingPage.tsx';
import { Bare } from './shell/Bare.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { Start } from './shell/Start.tsx';

const SignIn = lazy(() => import('./sign-in/SignIn.tsx'));
const AppForm = lazy(() => import('./sign-in/AppForm.tsx'));
const PasswordForm = lazy(() => import('./sign-in/PasswordForm.tsx'));
const Callback = lazy(() => import('./sign-in/Callback.tsx'));
const Authentications = lazy(() => import('./authentications/Authentications.tsx'));

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
      <Route element={<Shell />}>
        <Route path="/authentications" element={<Authentications />} />
      </Route>
      <Route path="/as/:auth" element={<Shell />}>
        <Route element={<ActingPage />}>
          <Route index element={<NotFound />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  );
}
