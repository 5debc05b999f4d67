import { appTarget, reachApp, reachSpace, roleOf } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue, notFound } from '../errors.ts';
import { randomToken } from '../grant-store.ts';
import { findField } from '../items/write-item.ts';
import { spacesOf } from '../membership.ts';
import { renderApp, renderAppMini, renderField } from '../render/app.ts';
import type { Router } from '../router.ts';
import { permits } from '../scope.ts';
import type { StoredApp } from '../store.ts';

/** Apps and their fields. @see https://developers.podio.com/doc/applications */
export function appOperations(route: Router): void {
  route.get('/app/:app_id', (call) => render(call, reachApp(call, call.id('app_id')), 'full'));

  route.get('/app', (call) => page(call, ownApps(call)).map((app) => render(call, app, 'short')), { usersOnly: true });

  route.get(
    '/app/space/:space_id',
    (call) => {
      const { spaceId } = reachSpace(call, call.id('space_id'));
      const apps = [...call.store.apps.values()].filter((app) => app.spaceId === spaceId && isShown(call, app));
      return page(call, apps).map((app) => render(call, app, 'short'));
    },
    { usersOnly: true },
  );

  route.get(
    '/app/space/:space_id/:url_label',
    (call) => {
      const { spaceId } = reachSpace(call, call.id('space_id'));
      const label = call.text('url_label');
      const found = [...call.store.apps.values()].find((app) => app.spaceId === spaceId && app.urlLabel === label);
      if (!found) throw notFound();
      return render(call, reachApp(call, found.appId), 'full');
    },
    { usersOnly: true },
  );

  route.get('/app/:app_id/field/:field', (call) => renderField(findField(reachApp(call, call.id('app_id')), call.text('field'))));

  route.post('/app/:app_id/token/regenerate', (call) => {
    const app = reachApp(call, call.id('app_id'), 'write', 'update');
    call.state.formerAppTokens.set(app.token, true);
    app.token = randomToken();
    return { token: app.token };
  });
}

/** Apps of the person's workspaces that the scope reaches. */
function ownApps(call: Call): StoredApp[] {
  const spaces = new Set(spacesOf(call.ref.id, call.store).map(({ spaceId }) => spaceId));
  return [...call.store.apps.values()].filter(
    (app) => spaces.has(app.spaceId) && isShown(call, app) && permits(call.grant.permissions, appTarget(app, call.store), 'read'),
  );
}

function isShown(call: Call, { status }: StoredApp): boolean {
  return status === 'active' || (status === 'inactive' && call.query.boolean('include_inactive') === true);
}

/** `order=score`, the default, is that of the apps' ids. */
function page(call: Call, apps: StoredApp[]): StoredApp[] {
  const order = call.query.text('order') ?? 'score';
  if (order !== 'score' && order !== 'name') throw invalidValue(order, 'must be score or name');
  const sorted = order === 'name' ? apps.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)) : apps;
  const offset = call.query.integer('offset') ?? 0;
  const limit = call.query.integer('limit', { least: 1 }) ?? sorted.length;
  return sorted.slice(offset, offset + limit);
}

function render(call: Call, app: StoredApp, defaultType: 'full' | 'short') {
  const type = call.query.text('type') ?? defaultType;
  const { store } = call;
  const role = call.ref.type === 'app' ? 'app' : roleOf(call, app.spaceId);
  switch (type) {
    case 'micro':
    case 'mini':
      return renderAppMini(app, store);
    case 'short': {
      const { token: _token, fields: _fields, layouts: _layouts, ...short } = renderApp(app, role, false, store);
      return { ...renderAppMini(app, store), ...short };
    }
    case 'full':
      return renderApp(app, role, role === 'admin' && call.state.settings.showAppTokens, store);
    default:
      throw invalidValue(type, 'must be full, short, mini or micro');
  }
}
