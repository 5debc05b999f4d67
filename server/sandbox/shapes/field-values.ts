import { type TSchema, Type } from 'typebox';
import type { FieldTypeName } from '../../podio/types.ts';
import { appMini } from './app.ts';
import { anything, byline, dateTime, id, nullable, strings, via } from './common.ts';
import { fileMini } from './file.ts';
import { profile } from './user.ts';

const of = (value: TSchema) => Type.Object({ value });
/** Numbers come as texts with four decimals. */
const decimal = Type.String({ pattern: '^-?\\d+\\.\\d{4}$' });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const time = nullable(Type.String({ pattern: '^\\d{2}:\\d{2}:\\d{2}$' }));
const text = Type.String({ minLength: 1 });
const option = Type.Object({ id, text, status: Type.Optional(Type.String()), color: Type.Optional(Type.String()) });

const date = Type.Object({
  start: dateTime,
  start_date: day,
  start_time: time,
  start_utc: Type.Union([dateTime, day]),
  start_date_utc: day,
  start_time_utc: time,
  end: nullable(dateTime),
  end_date: nullable(day),
  end_time: time,
  end_utc: nullable(Type.Union([dateTime, day])),
  end_date_utc: nullable(day),
  end_time_utc: time,
});

const referencedItem = Type.Object({
  item_id: id,
  app_item_id: id,
  title: Type.String(),
  link: Type.String(),
  app: appMini,
  space: Type.Object({ space_id: id, name: text, url: text, url_label: text, org_id: id, type: text }),
  created_by: byline,
  created_on: dateTime,
  created_via: via,
  initial_revision: anything,
  revision: Type.Integer(),
  files: Type.Array(anything),
});

const embedValue = Type.Object({
  embed: Type.Object({ embed_id: id, original_url: text, resolved_url: text, url: text, hostname: text, type: text }),
  file: nullable(fileMini),
});

const location = Type.Object({
  value: text,
  formatted: text,
  street_address: nullable(Type.String()),
  city: nullable(Type.String()),
  state: nullable(Type.String()),
  postal_code: nullable(Type.String()),
  country: nullable(Type.String()),
  lat: nullable(Type.Number()),
  lng: nullable(Type.Number()),
  map_in_sync: Type.Boolean(),
});

const typed = Type.Object({ type: text, value: text });

/** One entry of `values`, by the type of its field. */
export const fieldValues: Record<FieldTypeName, TSchema> = {
  text: of(Type.String()),
  category: of(option),
  question: of(option),
  date,
  money: Type.Object({ value: decimal, currency: Type.String({ pattern: '^[A-Z]{3}$' }) }),
  number: of(decimal),
  calculation: of(decimal),
  progress: of(Type.Integer({ minimum: 0, maximum: 100 })),
  duration: of(Type.Integer({ minimum: 0 })),
  contact: of(Type.Object({ ...profile.properties, mail: strings })),
  app: of(referencedItem),
  image: of(fileMini),
  embed: embedValue,
  phone: typed,
  email: typed,
  location,
  tag: of(text),
};
