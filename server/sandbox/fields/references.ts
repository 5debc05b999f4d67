import { invalidReference, invalidValue } from '../errors.ts';
import { renderFileMini } from '../render/file.ts';
import { renderProfile } from '../render/profile.ts';
import { renderReferencedItem } from '../render/referenced-item.ts';
import type { Store, StoredField } from '../store.ts';
import type { FieldType } from './field-type.ts';
import { anyOf, containing } from './matchers.ts';
import { unwrapId } from './unwrap.ts';

const byProfile = (profileId: number, store: Store) => [...store.users.values()].find((user) => user.profileId === profileId);

/** People, by their profile. */
export const contact: FieldType<number> = {
  several: () => true,
  parse(written, _field, { store }) {
    const id = unwrapId(written, 'profile_id');
    if (id === undefined) throw invalidValue(written, 'must be integer');
    if (!byProfile(id, store)) throw invalidReference(`profile with id ${id}`);
    return id;
  },
  render(id, _field, { store }) {
    const user = byProfile(id, store);
    return { value: user ? renderProfile(user) : { profile_id: id } };
  },
  text: (id, _field, store) => byProfile(id, store)?.name ?? '',
  matcher: (wanted) => anyOf(wanted, (id: number) => id),
  sortKey: ([id = 0], _field, store) => (byProfile(id, store)?.name ?? '').toLowerCase(),
};

const mayRefer = ({ settings }: StoredField, appId: number): boolean => {
  const types = settings?.referenceable_types;
  return !Array.isArray(types) || types.length === 0 || types.includes(appId);
};

/** Items of other apps. One that was deleted since is no longer among the values. */
export const app: FieldType<number> = {
  several: ({ settings }) => settings?.multiple !== false,
  parse(written, field, { store }) {
    const id = unwrapId(written, 'item_id');
    if (id === undefined) throw invalidValue(written, 'must be integer');
    const item = store.items.get(id);
    if (!item) throw invalidReference(`item with id ${id}`);
    if (!mayRefer(field, item.appId)) throw invalidValue(id, 'must be an item of an app that this field refers to');
    return id;
  },
  render(id, _field, context) {
    const item = context.store.items.get(id);
    return { value: item ? renderReferencedItem(item, context) : { item_id: id } };
  },
  text: (id, _field, store) => store.items.get(id)?.title ?? '',
  matcher: (wanted) => anyOf(wanted, (id: number) => id),
  sortKey: ([id = 0], _field, store) => (store.items.get(id)?.title ?? '').toLowerCase(),
};

/** Pictures, by the id of their file. */
export const image: FieldType<number> = {
  several: () => true,
  parse(written, { settings }, { store }) {
    const id = unwrapId(written, 'file_id');
    if (id === undefined) throw invalidValue(written, 'must be integer');
    const file = store.files.get(id);
    if (!file) throw invalidReference(`file with id ${id}`);
    const allowed = settings?.allowed_mimetypes;
    if (Array.isArray(allowed) && allowed.length > 0 && !allowed.some((type) => covers(String(type), file.mimetype)))
      throw invalidValue(id, `must be a file of type ${allowed.join(', ')}`);
    return id;
  },
  render(id, _field, context) {
    const file = context.store.files.get(id);
    return { value: file ? renderFileMini(file, context.origin) : { file_id: id } };
  },
  text: (id, _field, store) => store.files.get(id)?.name ?? '',
  matcher: (wanted) => (wanted === null ? containing(wanted, () => '') : anyOf(wanted, (id: number) => id)),
};

const covers = (allowed: string, type: string): boolean =>
  allowed === type || (allowed.endsWith('/*') && type.startsWith(allowed.slice(0, -1)));
