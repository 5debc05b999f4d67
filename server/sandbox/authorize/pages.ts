import type { ScopeGrant } from '../scope.ts';
import type { StoredUser } from '../store.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { type Html, html } from './html.ts';

export interface PickableObject {
  /** As in a granted scope: `space_4001`. */
  value: string;
  label: string;
}

/** The sign-in that comes first where this browser has no session. */
export function signInPage({ client, query }: AuthorizeRequest, { username = '', error }: { username?: string; error?: string }): string {
  return page(
    error ? 'Error: Sign in' : 'Sign in',
    html`<h1>Sign in to the sandbox</h1>
      <p><strong>${client.name}</strong> wants to act for you. This page stands in for Podio’s; nothing you type here leaves this machine.</p>
      ${error === undefined ? undefined : html`<p class="error" role="alert" id="error">${error}</p>`}
      <form method="post" action="?${query}">
        <label for="username">Email</label>
        <input id="username" name="username" type="email" autocomplete="username" value="${username}" required
          ${error === undefined ? undefined : html`aria-invalid="true" aria-describedby="error"`}>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required
          ${error === undefined ? undefined : html`aria-invalid="true" aria-describedby="error"`}>
        <button type="submit">Sign in</button>
      </form>
      <p class="hint">People of the sandbox: ada@example.com and grace@example.com, both with the password “sandbox”.</p>`,
  );
}

/** What the client asks for, and the two answers. */
export function consentPage(
  { client, query, scope, permissions }: AuthorizeRequest,
  { user, formToken, objects }: { user: StoredUser; formToken: string; objects: readonly PickableObject[] },
): string {
  return page(
    `Allow ${client.name}?`,
    html`<h1>Allow ${client.name} to act for you?</h1>
      <p>You are signed in as <strong>${user.name}</strong> (${user.mail}).</p>
      <p>It asks for the scope <code>${scope}</code>:</p>
      <ul>${permissions.map((grant) => html`<li>${describe(grant)}</li>`)}</ul>
      <form method="post" action="?${query}">
        <input type="hidden" name="form_token" value="${formToken}">
        ${objects.length === 0 ? undefined : pick(objects)}
        <div class="actions">
          <button type="submit" name="decision" value="allow">Allow</button>
          <button type="submit" name="decision" value="deny" class="quiet">Deny</button>
        </div>
      </form>
      <form method="post" action="?${query}">
        <input type="hidden" name="form_token" value="${formToken}">
        <button type="submit" name="decision" value="switch" class="link">Use another person</button>
      </form>`,
  );
}

function pick(objects: readonly PickableObject[]): Html {
  return html`<fieldset>
    <legend>For which of your organisations, workspaces and apps?</legend>
    ${objects.map(
      ({ value, label }) => html`<label class="choice"><input type="checkbox" name="object" value="${value}" checked> ${label}</label>`,
    )}
  </fieldset>`;
}

/** Where Podio would not send the browser back either. */
export function refusalPage(reason: string): string {
  return page(
    'This request cannot be served',
    html`<h1>This request cannot be served</h1>
      <p>${reason}</p>
      <p class="hint">Close this page and go back to the application that sent you here.</p>`,
  );
}

function describe({ type, permission }: ScopeGrant): string {
  const what = {
    global: 'everything you can see',
    user: 'your own account and profile',
    org: 'organisations',
    space: 'workspaces',
    app: 'apps',
  }[type];
  const may = { read: 'read', write: 'write', delete: 'delete', all: 'read, write and delete' }[permission];
  return `${may}: ${what}`;
}

function page(title: string, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Podio sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/page.css">
</head>
<body>
<main class="card">
${main}
</main>
</body>
</html>
`.text;
}
