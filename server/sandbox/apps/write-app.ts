import type { Call } from '../call.ts';
import { invalidValue } from '../errors.ts';
import { randomToken } from '../grant-store.ts';
import type { StoredApp, StoredSpace } from '../store.ts';
import { urlLabel } from '../url-label.ts';
import { isInteger, isObject } from '../values.ts';
import { makeField } from './write-field.ts';

/** Adds an app with its fields. @throws {ApiError} 400 */
export function createApp(written: Record<string, unknown>, { spaceId }: StoredSpace, { store, now, ref }: Call): StoredApp {
  const { config, fields = [] } = written;
  if (!isObject(config) || typeof config.name !== 'string' || config.name.trim() === '')
    throw invalidValue(isObject(config) ? config.name : config, 'config.name must be string');
  if (!Array.isArray(fields)) throw invalidValue(fields, 'must be array');
  const taken = [...store.apps.values()].filter((each) => each.spaceId === spaceId).map((each) => each.urlLabel);
  const app: StoredApp = {
    appId: 0,
    spaceId,
    urlLabel: urlLabel(config.name, taken),
    token: randomToken(),
    status: 'active',
    name: '',
    itemName: 'Item',
    description: null,
    externalId: null,
    icon: '251.png',
    iconId: 251,
    revision: 0,
    createdOn: now,
    createdBy: ref.id,
    fields: [],
    furtherConfig: {},
    lastAppItemId: 0,
  };
  writeConfig(app, config);
  for (const field of fields) app.fields.push(makeField(field, app.fields, store));
  app.appId = store.nextId('app');
  store.apps.set(app.appId, app);
  return app;
}

/** Takes over what is given of a `config`. @throws {ApiError} 400 */
export function writeConfig(app: StoredApp, written: unknown): void {
  if (!isObject(written)) throw invalidValue(written, 'must be object');
  const { name, item_name: itemName, description, external_id: externalId, icon, icon_id: iconId, ...further } = written;
  for (const text of [name, itemName])
    if (text !== undefined && (typeof text !== 'string' || text.trim() === '')) throw invalidValue(text, 'must be string');
  for (const text of [description, externalId, icon])
    if (text !== undefined && text !== null && typeof text !== 'string') throw invalidValue(text, 'must be string');
  if (iconId !== undefined && !isInteger(iconId)) throw invalidValue(iconId, 'must be integer');
  Object.assign(app, {
    ...(name !== undefined && { name }),
    ...(itemName !== undefined && { itemName }),
    ...(description !== undefined && { description }),
    ...(externalId !== undefined && { externalId }),
    ...(icon !== undefined && icon !== null && { icon }),
    ...(iconId !== undefined && { iconId, icon: icon ?? `${iconId}.png` }),
  });
  app.furtherConfig = { ...app.furtherConfig, ...further };
}
