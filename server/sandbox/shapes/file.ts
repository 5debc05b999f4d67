import { Type } from 'typebox';
import { anything, creation, id, nullable, push, strings } from './common.ts';

export const fileMini = Type.Object({
  file_id: id,
  name: Type.String(),
  mimetype: Type.String({ pattern: '^[^/]+/[^/]+$' }),
  size: Type.Integer({ minimum: 0 }),
  link: Type.String({ pattern: '^http://' }),
  thumbnail_link: nullable(Type.String()),
  description: nullable(Type.String()),
  hosted_by: Type.String(),
  hosted_by_humanized_name: Type.String(),
  perma_link: nullable(Type.String()),
  link_target: Type.String(),
});

export const file = Type.Object({
  ...fileMini.properties,
  external_file_id: nullable(Type.String()),
  ...creation,
  rights: strings,
  replaces: Type.Array(id),
  presence: anything,
  push,
  context: nullable(anything),
});
