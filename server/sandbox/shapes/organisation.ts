import { Type } from 'typebox';
import { anything, byline, dateTime, id, nullable, oneOf, push, strings } from './common.ts';

const role = oneOf('admin', 'regular', 'light', 'grant_only');

export const spaceMini = Type.Object({
  space_id: id,
  name: Type.String(),
  url: Type.String(),
  url_label: Type.String(),
  org_id: id,
  type: oneOf('regular', 'emp_network', 'demo'),
  role: nullable(role),
  rights: strings,
});

export const organisation = Type.Object({
  org_id: id,
  name: Type.String(),
  logo: nullable(Type.Integer()),
  image: nullable(anything),
  url: Type.String({ pattern: '^https://podio.com/' }),
  url_label: Type.String(),
  premium: Type.Boolean(),
  role: nullable(role),
  status: oneOf('active', 'inactive'),
  type: oneOf('free', 'sponsored', 'premium'),
  user_limit: nullable(Type.Integer()),
  created_on: dateTime,
  created_by: byline,
  domains: strings,
  rights: strings,
  rank: Type.Integer(),
  tier: nullable(Type.String()),
  spaces: Type.Array(spaceMini),
});

export const space = Type.Object({
  ...spaceMini.properties,
  privacy: oneOf('open', 'closed'),
  auto_join: Type.Boolean(),
  post_on_new_app: Type.Boolean(),
  post_on_new_member: Type.Boolean(),
  subscribed: Type.Boolean(),
  premium: Type.Boolean(),
  description: nullable(Type.String()),
  video: nullable(Type.String()),
  tier: nullable(Type.String()),
  is_overdue: Type.Boolean(),
  created_on: dateTime,
  created_by: byline,
  owner: Type.Object({ type: Type.String(), id }),
  org: Type.Object({ org_id: id, name: Type.String(), url: Type.String(), url_label: Type.String() }),
  push,
});
