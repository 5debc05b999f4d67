// Parts that stand in many answers.
import { type TSchema, Type } from 'typebox';

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of these texts. */
export const oneOf = <Text extends string>(...texts: Text[]) => Type.Union(texts.map((text) => Type.Literal(text)));

export const dateTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$' });

export const id = Type.Integer({ minimum: 1 });

export const strings = Type.Array(Type.String());

export const anything = Type.Record(Type.String(), Type.Unknown());

export const byline = Type.Object({
  type: Type.Union([Type.Literal('user'), Type.Literal('app')]),
  id,
  user_id: Type.Optional(id),
  name: Type.String(),
  url: Type.String(),
  avatar: nullable(Type.Integer()),
  avatar_id: nullable(Type.Integer()),
  avatar_type: nullable(Type.String()),
  image: nullable(anything),
  last_seen_on: nullable(dateTime),
});

export const via = Type.Object({
  id: Type.Integer(),
  auth_client_id: Type.Integer(),
  name: Type.String(),
  url: nullable(Type.String()),
  display: Type.Boolean(),
});

export const creation = { created_on: dateTime, created_by: byline, created_via: via };

export const push = Type.Object({
  timestamp: Type.Integer(),
  expires_in: Type.Integer(),
  channel: Type.String(),
  signature: Type.String(),
});
