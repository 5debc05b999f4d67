import { Type } from 'typebox';
import { anything, dateTime, id, nullable, push, strings } from './common.ts';

export const user = Type.Object({
  user_id: id,
  mail: Type.String(),
  status: Type.String(),
  locale: Type.String(),
  timezone: Type.String(),
  created_on: dateTime,
  activated_on: nullable(dateTime),
  mails: Type.Array(Type.Object({ mail: Type.String(), verified: Type.Boolean(), primary: Type.Boolean(), disabled: Type.Boolean() })),
});

export const profile = Type.Object({
  profile_id: id,
  user_id: nullable(id),
  name: Type.String(),
  link: Type.String(),
  avatar: nullable(Type.Integer()),
  image: nullable(anything),
  mail: strings,
  phone: strings,
  title: strings,
  location: strings,
  about: nullable(Type.String()),
  last_seen_on: nullable(dateTime),
  type: Type.String(),
  rights: strings,
  org_id: nullable(id),
  space_id: nullable(id),
  external_id: nullable(Type.String()),
});

export const status = Type.Object({
  user,
  profile,
  properties: anything,
  flags: strings,
  betas: strings,
  referral: anything,
  inbox_new: Type.Integer(),
  message_unread_count: Type.Integer(),
  calendar_code: Type.String(),
  task_mail: Type.String(),
  mailbox: Type.String(),
  push,
  presence: Type.Object({ ref_type: Type.Literal('user'), ref_id: id, user_id: id, signature: Type.String() }),
});
