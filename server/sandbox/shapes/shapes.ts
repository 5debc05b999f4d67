import type { Static } from 'typebox';
import { app, appMini, field, view } from './app.ts';
import { embed, found, hook, notificationGroup, streamObject } from './around.ts';
import { check } from './check.ts';
import { comment } from './comment.ts';
import { file } from './file.ts';
import { item, itemList, listedItem, revision, tag } from './item.ts';
import { error, token } from './oauth.ts';
import { organisation, space, spaceMini } from './organisation.ts';
import { task } from './task.ts';
import { profile, status, user } from './user.ts';

/**
 * The form of Podio's answers, member by member, after its documentation and after recordings. Tests of every area check against these;
 * members that Podio has beside them are not forbidden.
 */
const shapes = {
  error,
  token,
  status,
  user,
  profile,
  organisation,
  spaceMini,
  space,
  app,
  appMini,
  field,
  item,
  listedItem,
  itemList,
  revision,
  comment,
  task,
  file,
  found,
  hook,
  view,
  tag,
  streamObject,
  embed,
  notificationGroup,
} as const;

type Shape = keyof typeof shapes;

/**
 * The value, once it has proved to be of the form.
 *
 * @throws where it is not, with each place that differs
 */
export function ofShape<Name extends Shape>(name: Name, value: unknown): Static<(typeof shapes)[Name]> {
  check(shapes[name], value, name);
  return value as Static<(typeof shapes)[Name]>;
}

/** Each of a list. */
export const allOfShape = <Name extends Shape>(name: Name, values: unknown): Static<(typeof shapes)[Name]>[] => {
  if (!Array.isArray(values)) throw new Error(`not a list of ${name}`);
  return values.map((value) => ofShape(name, value));
};
