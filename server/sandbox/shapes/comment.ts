import { Type } from 'typebox';
import { anything, byline, creation, dateTime, id, nullable, strings } from './common.ts';
import { fileMini } from './file.ts';

export const comment = Type.Object({
  comment_id: id,
  value: Type.String(),
  rich_value: Type.String(),
  external_id: nullable(Type.String()),
  ref: Type.Object({ type: Type.String(), id }),
  files: Type.Array(fileMini),
  ...creation,
  embed: nullable(anything),
  embed_file: nullable(anything),
  questions: Type.Array(anything),
  user: byline,
  last_edit_on: nullable(dateTime),
  like_count: Type.Integer(),
  is_liked: Type.Boolean(),
  rights: strings,
});
