import { type TSchema, Type } from 'typebox';
import { RouteTable } from '../route-table.ts';
import { app, appMini, appShort, field, view } from './app.ts';
import { embed, found, hook, notificationGroup, streamObject } from './around.ts';
import { check } from './check.ts';
import { comment } from './comment.ts';
import { anything, id, nullable, strings } from './common.ts';
import { file } from './file.ts';
import { item, itemList, listedItem, revision, tag } from './item.ts';
import { error, token } from './oauth.ts';
import { organisation, space, spaceMini } from './organisation.ts';
import { task } from './task.ts';
import { profile, status, user } from './user.ts';

const list = (schema: TSchema) => Type.Array(schema);
const revised = Type.Object({ revision: Type.Integer({ minimum: 1 }) });
const changed = Type.Object({ ...revised.properties, title: Type.String() });
const results = Type.Object({ results: list(found), counts: Type.Optional(Type.Record(Type.String(), Type.Integer())) });
const someTasks = Type.Object({ total: Type.Integer(), tasks: list(task) });
const grant = Type.Object({
  ref_type: nullable(Type.String()),
  ref_id: nullable(Type.Integer()),
  permissions: strings,
  ref_data: nullable(anything),
});

/** The form of every answer that has a body, by operation. */
const forms: Record<string, TSchema> = {
  'GET /user/status': status,
  'GET /user': user,
  'GET /user/profile': profile,
  'GET /org': list(organisation),
  'GET /org/url': organisation,
  'GET /org/:org_id': organisation,
  'GET /org/:org_id/space': list(spaceMini),
  'GET /space/top': list(space),
  'GET /space/url': space,
  'GET /space/:space_id': space,
  'GET /space/org/:org_id': list(spaceMini),
  'POST /space': Type.Object({ space_id: id, url: Type.String(), full_url: Type.String({ pattern: '^https://podio.com/' }) }),
  'GET /app': list(appShort),
  'GET /app/:app_id': app,
  'GET /app/space/:space_id': list(appShort),
  'GET /app/space/:space_id/:url_label': app,
  'GET /app/:app_id/field/:field': field,
  'POST /app': Type.Object({ app_id: id }),
  'PUT /app/:app_id': revised,
  'POST /app/:app_id/field': Type.Object({ ...revised.properties, field_id: id }),
  'PUT /app/:app_id/field/:field': revised,
  'DELETE /app/:app_id/field/:field': revised,
  'POST /app/:app_id/token/regenerate': Type.Object({ token: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
  'GET /item/:item_id': item,
  'GET /item/:item_id/basic': listedItem,
  'GET /item/:item_id/value/:field': list(anything),
  'GET /item/:item_id/revision': list(revision),
  'GET /item/:item_id/revision/:revision': revision,
  'GET /app/:app_id/item/:app_item_id': item,
  'GET /item/app/:app_id': itemList,
  'GET /item/app/:app_id/count': Type.Object({ count: Type.Integer({ minimum: 0 }) }),
  'GET /item/app/:app_id/external_id/:external_id': item,
  'POST /item/app/:app_id': Type.Object({ item_id: id, title: Type.String() }),
  'POST /item/app/:app_id/filter': itemList,
  'POST /item/app/:app_id/filter/:view_id': itemList,
  'POST /item/app/:app_id/delete': Type.Object({ deleted: list(id), pending: list(id) }),
  'PUT /item/:item_id': changed,
  'PUT /item/:item_id/value': changed,
  'PUT /item/:item_id/value/:field': changed,
  'GET /comment/:ref_type/:ref_id': list(comment),
  'POST /comment/:ref_type/:ref_id': comment,
  'GET /comment/:comment_id': comment,
  'GET /task': list(task),
  'GET /task/:task_id': task,
  'PUT /task/:task_id': task,
  'GET /task/summary': Type.Object({ overdue: someTasks, today: someTasks, other: someTasks }),
  'POST /task': Type.Union([task, list(task)]),
  'POST /task/:ref_type/:ref_id': Type.Union([task, list(task)]),
  'GET /file/:file_id': file,
  'GET /file/app/:app_id': list(file),
  'POST /file': file,
  'POST /file/v2': file,
  'POST /file/:file_id/copy': Type.Object({ file_id: id }),
  'POST /search': list(found),
  'POST /search/:kind/:id': list(found),
  'GET /search/v2': results,
  'GET /search/:kind/:id/v2': results,
  'GET /hook/:ref_type/:ref_id': list(hook),
  'POST /hook/:ref_type/:ref_id': Type.Object({ hook_id: id }),
  'GET /view/:view_id': view,
  'GET /view/app/:app_id': list(view),
  'POST /view/app/:app_id': Type.Object({ view_id: id }),
  'GET /tag/app/:app_id': list(tag),
  'GET /stream': list(streamObject),
  'GET /stream/:kind/:id': list(streamObject),
  'POST /embed': embed,
  'GET /notification': list(notificationGroup),
  'GET /notification/inbox/new/count': Type.Object({ new: Type.Integer({ minimum: 0 }) }),
  'GET /contact/:profile_id': profile,
  'GET /contact/user/:user_id': profile,
  'GET /contact/space/:space_id': list(profile),
  'GET /oauth/scope': list(grant),
  'POST /oauth/token': token,
  'POST /oauth/token/v2': token,
};

const table = new RouteTable<TSchema>();
for (const [operation, schema] of Object.entries(forms)) {
  const [method = '', path = ''] = operation.split(' ');
  table.add(method, path, schema);
}

interface Answer {
  method: string;
  url: string;
  status: number;
  contentType: unknown;
  body: string;
}

/**
 * Holds an answer to what clients demand of every one: an error to Podio's six members, a 204 to no body, any other to the form that its
 * operation has.
 *
 * @throws where it differs, or where no form is known for it
 */
export function checkAnswer({ method, url, status, contentType, body }: Answer): void {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (status === 204) {
    if (body !== '') throw new Error(`204 with a body: ${body}`);
    return;
  }
  if (contentType !== 'application/json; charset=utf-8') throw new Error(`${method} ${url} answered ${contentType}: ${body}`);
  if (status >= 400) {
    check(error, JSON.parse(body), `${status} of ${method} ${url}`);
    return;
  }
  const schema = table.find(method, pathname)?.entry;
  if (!schema) throw new Error(`no form is known for ${method} ${pathname}`);
  check(formOfType(schema, searchParams.get('type')), JSON.parse(body), `${method} ${url}`);
}

/** Apps are shown in several lengths. */
function formOfType(schema: TSchema, type: string | null): TSchema {
  const short: Record<string, TSchema> = { short: appShort, mini: appMini, micro: appMini };
  const other = short[type ?? ''];
  if (!other) return schema;
  return schema === forms['GET /app/:app_id'] ? other : Type.Array(other);
}
