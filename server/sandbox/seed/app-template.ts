import type { FieldTypeName } from '../../podio/types.ts';
import type { Store, StoredApp, StoredField } from '../store.ts';
import { urlLabel } from '../url-label.ts';
import { ada, at } from './people.ts';

/** A field in short: what differs from the usual. */
export interface FieldTemplate {
  type: FieldTypeName;
  label: string;
  externalId?: string;
  required?: boolean;
  description?: string;
  settings?: Record<string, unknown> | null;
}

export interface AppTemplate {
  appId: number;
  spaceId: number;
  name: string;
  itemName: string;
  icon: number;
  description?: string;
  fields: readonly FieldTemplate[];
}

/** Adds an app whose token is `sandbox-app-token-N`. */
export function addApp(store: Store, { appId, spaceId, name, itemName, icon, description, fields }: AppTemplate): StoredApp {
  const app: StoredApp = {
    appId,
    spaceId,
    urlLabel: urlLabel(name, []),
    token: `sandbox-app-token-${appId}`,
    status: 'active',
    name,
    itemName,
    description: description ?? null,
    externalId: null,
    icon: `${icon}.png`,
    iconId: icon,
    revision: 0,
    createdOn: at('2014-02-03 10:00:00'),
    createdBy: ada,
    fields: [],
    furtherConfig: {},
    lastAppItemId: 0,
  };
  app.fields = fields.map((field, delta) => makeField(store, field, delta));
  store.apps.set(appId, app);
  return app;
}

function makeField(
  store: Store,
  { type, label, externalId, required = false, description, settings }: FieldTemplate,
  delta: number,
): StoredField {
  return {
    fieldId: store.nextId('field'),
    externalId: externalId ?? urlLabel(label, []),
    type,
    label,
    description: description ?? null,
    required,
    unique: false,
    hidden: false,
    delta,
    settings: settings ?? {},
    status: 'active',
  };
}

const colours = ['DCEBD8', 'F7F0C5', 'D2E4EB', 'F7D1D0', 'E1D8ED', 'FFD5D1'];

/** Settings of a choice among texts; their ids count from 1. */
export const options = (texts: readonly string[], multiple = false) => ({
  multiple,
  display: 'inline',
  options: texts.map((text, index) => ({ id: index + 1, text, status: 'active', color: colours[index % colours.length] })),
});

export const smallText = { size: 'small', format: 'plain' };
export const largeText = { size: 'large', format: 'html' };
export const day = { calendar: true, time: 'disabled', end: 'disabled', color: 'DCEBD8' };
export const people = { type: 'space_users', valid_types: ['user'] };
export const euros = { allowed_currencies: ['EUR', 'DKK', 'USD'] };
