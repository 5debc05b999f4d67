import type { App, AppMini, Field, Role } from '../../podio/types.ts';
import type { Store, StoredApp, StoredField } from '../store.ts';
import { appUrl, userUrl } from './urls.ts';

const memberRights = ['reference', 'share', 'view', 'export', 'add_task', 'subscribe', 'view_structure', 'add_filter', 'add_item'];
const adminRights = [...memberRights, 'add_hook', 'add_widget', 'add_flow', 'update', 'install', 'delete'];

/** What an administrator, a member, or the app itself may do with an app. */
const appRights = (role: Role | 'app' | undefined): string[] =>
  role === 'admin' ? adminRights : role === 'app' ? [...memberRights, 'add_hook'] : role === undefined ? [] : memberRights;

export function renderField(field: StoredField): Field {
  const { fieldId, externalId, type, label, status, description, delta, settings, required, unique, hidden } = field;
  return {
    field_id: fieldId,
    external_id: externalId,
    type,
    label,
    status,
    config: {
      label,
      description,
      delta,
      settings,
      required,
      mapping: null,
      visible: !hidden,
      hidden,
      hidden_create_view_edit: false,
      unique,
      default_value: null,
    },
  };
}

/** An app as it stands inside items, and in `type=mini` and `micro`. */
export function renderAppMini(app: StoredApp, store: Store): AppMini {
  const url = appUrl(app, store);
  const { name, itemName, icon, iconId } = app;
  return {
    app_id: app.appId,
    space_id: app.spaceId,
    name,
    item_name: itemName,
    url,
    url_label: app.urlLabel,
    url_add: `${url}/items/new`,
    link: url,
    link_add: `${url}/items/new`,
    icon,
    icon_id: iconId,
    status: app.status,
    current_revision: app.revision,
    default_view_id: null,
    config: { item_name: itemName, icon_id: iconId, type: 'standard', name, icon },
  };
}

const noVote = (name: string) => ({ [name]: false, [`${name}_label`]: null });

function renderConfig(app: StoredApp): App['config'] {
  return {
    type: 'standard',
    description: app.description,
    usage: null,
    external_id: app.externalId,
    icon: app.icon,
    icon_id: app.iconId,
    default_view: 'table',
    allow_edit: true,
    allow_create: true,
    allow_attachments: true,
    allow_comments: true,
    allow_tags: true,
    show_app_item_id: false,
    app_item_id_prefix: '',
    app_item_id_padding: 1,
    disable_notifications: false,
    silent_creates: false,
    silent_edits: false,
    ...noVote('fivestar'),
    ...noVote('approved'),
    ...noVote('thumbs'),
    ...noVote('rsvp'),
    ...noVote('yesno'),
    tasks: [],
    ...app.furtherConfig,
    name: app.name,
    item_name: app.itemName,
  };
}

/**
 * An app whole.
 *
 * @param showToken whether `token`, the app's secret, is shown; else it is null
 * @see https://developers.podio.com/doc/applications/get-app-22349
 */
export function renderApp(app: StoredApp, role: Role | 'app' | undefined, showToken: boolean, store: Store): App {
  const { config: _short, name: _name, item_name: _itemName, icon: _icon, icon_id: _iconId, ...mini } = renderAppMini(app, store);
  const owner = store.users.get(app.createdBy);
  return {
    ...mini,
    original: null,
    original_revision: null,
    subscribed: role !== undefined && role !== 'app',
    pinned: false,
    integration: null,
    rights: appRights(role),
    mailbox: `${app.appId}@sandbox.invalid`,
    owner: {
      user_id: app.createdBy,
      profile_id: owner?.profileId ?? null,
      name: owner?.name ?? '',
      type: 'user',
      link: userUrl(app.createdBy),
      avatar: null,
      image: null,
      last_seen_on: null,
    },
    token: showToken ? app.token : null,
    layouts: null,
    fields: app.fields.filter(({ status }) => status === 'active').map(renderField),
    config: renderConfig(app),
  };
}
