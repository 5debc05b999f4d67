// What tells of other things: search, stream, notifications, hooks, embeds.
import { Type } from 'typebox';
import { appMini } from './app.ts';
import { comment } from './comment.ts';
import { anything, byline, creation, dateTime, id, nullable } from './common.ts';
import { spaceMini } from './organisation.ts';

export const found = Type.Object({
  type: Type.String(),
  id,
  rank: Type.Number(),
  title: Type.String(),
  created_on: dateTime,
  created_by: byline,
  link: Type.String(),
  search_id: id,
  space: nullable(anything),
  org: nullable(anything),
  app: nullable(appMini),
});

export const streamObject = Type.Object({
  type: Type.String(),
  id,
  title: Type.String(),
  link: Type.String(),
  last_update_on: dateTime,
  ...creation,
  app: nullable(appMini),
  space: nullable(spaceMini),
  comments: Type.Array(comment),
});

export const notificationGroup = Type.Object({
  context: anything,
  notifications: Type.Array(
    Type.Object({
      notification_id: id,
      type: Type.String(),
      text: Type.String(),
      viewed_on: nullable(dateTime),
      starred: Type.Boolean(),
      ...creation,
    }),
  ),
});

export const hook = Type.Object({ hook_id: id, status: Type.String(), type: Type.String(), url: Type.String(), ...creation });

export const embed = Type.Object({
  embed_id: id,
  original_url: Type.String(),
  resolved_url: Type.String(),
  url: Type.String(),
  hostname: Type.String(),
  title: nullable(Type.String()),
  description: nullable(Type.String()),
  type: Type.String(),
  embed_html: Type.Null(),
  embed_width: Type.Null(),
  embed_height: Type.Null(),
});
