import { Type } from 'typebox';
import { comment } from './comment.ts';
import { byline, creation, dateTime, id, nullable, strings } from './common.ts';
import { fileMini } from './file.ts';

export const task = Type.Object({
  task_id: id,
  text: Type.String(),
  description: nullable(Type.String()),
  status: Type.Union([Type.Literal('active'), Type.Literal('completed')]),
  private: Type.Boolean(),
  due_date: nullable(Type.String()),
  due_time: nullable(Type.String()),
  due_on: nullable(dateTime),
  responsible: byline,
  ...creation,
  completed_on: nullable(dateTime),
  completed_by: nullable(byline),
  ref: nullable(Type.Object({ type: Type.String(), id })),
  labels: Type.Array(Type.Object({ label_id: id, text: Type.String(), color: Type.String() })),
  space_id: nullable(id),
  link: Type.String(),
  files: Type.Array(fileMini),
  comments: Type.Array(comment),
  group: Type.String(),
  external_id: nullable(Type.String()),
  rights: strings,
});
