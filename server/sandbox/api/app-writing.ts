import { reachApp, reachSpace } from '../access.ts';
import { createApp, writeConfig } from '../apps/write-app.ts';
import { changeField, makeField } from '../apps/write-field.ts';
import type { Call } from '../call.ts';
import { invalidValue } from '../errors.ts';
import { announce } from '../hooks/announce.ts';
import { findField } from '../items/write-item.ts';
import type { Router } from '../router.ts';
import type { StoredApp } from '../store.ts';
import { isInteger } from '../values.ts';

/** Making and changing apps: members may make them, administrators of the workspace change them. @see https://developers.podio.com/doc/applications */
export function appWritingOperations(route: Router): void {
  route.post(
    '/app',
    (call) => {
      const { space_id: spaceId } = call.body;
      if (!isInteger(spaceId)) throw invalidValue(spaceId, 'must be integer');
      const space = reachSpace(call, spaceId, 'write');
      const app = createApp(call.body, space, call);
      announce(call, 'app.create', { type: 'app', id: app.appId });
      return { app_id: app.appId };
    },
    { usersOnly: true },
  );

  route.put('/app/:app_id', (call) => {
    const app = administered(call);
    const { config, fields } = call.body;
    if (config !== undefined) writeConfig(app, config);
    if (fields !== undefined) writeFields(app, fields, call);
    return changed(call, app);
  });

  route.post('/app/:app_id/field', (call) => {
    const app = administered(call);
    const field = makeField(call.body, app.fields, call.store);
    app.fields.push(field);
    return { field_id: field.fieldId, ...changed(call, app) };
  });

  route.put('/app/:app_id/field/:field', (call) => {
    const app = administered(call);
    changeField(findField(app, call.text('field')), call.body);
    return changed(call, app);
  });

  route.delete('/app/:app_id/field/:field', (call) => {
    const app = administered(call);
    findField(app, call.text('field')).status = 'deleted';
    return changed(call, app);
  });

  route.post('/app/:app_id/activate', (call) => setStatus(call, 'active'));
  route.post('/app/:app_id/deactivate', (call) => setStatus(call, 'inactive'));
  route.delete('/app/:app_id', (call) => {
    announce(call, 'app.delete', { type: 'app', id: administered(call).appId });
    return setStatus(call, 'deleted');
  });
}

const administered = (call: Call): StoredApp => reachApp(call, call.id('app_id'), 'write', 'update');

function setStatus(call: Call, status: StoredApp['status']): undefined {
  administered(call).status = status;
  return undefined;
}

function changed(call: Call, app: StoredApp) {
  app.revision += 1;
  announce(call, 'app.update', { type: 'app', id: app.appId });
  return { revision: app.revision };
}

/** Fields with a `field_id` are changed, others are added. */
function writeFields(app: StoredApp, written: unknown, call: Call): void {
  if (!Array.isArray(written)) throw invalidValue(written, 'must be array');
  for (const each of written) {
    const id = (each as { field_id?: unknown } | null)?.field_id;
    if (id === undefined || id === null) app.fields.push(makeField(each, app.fields, call.store));
    else if (isInteger(id)) changeField(findField(app, id), each);
    else throw invalidValue(id, 'must be integer');
  }
}
