import { actingUser, reachApp, reachOrganisation, reachSpace } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue } from '../errors.ts';
import { spacesOf } from '../membership.ts';
import { withinBounds } from '../query.ts';
import type { Router } from '../router.ts';
import { renderFound } from '../search/render-found.ts';
import { type Found, search } from '../search/search.ts';
import { isInteger } from '../values.ts';

const mostResults = 20;

/** The apps in which a search looks: everything else stands in one of them. */
type Scope = (call: Call) => number[];

const scopes: Record<string, Scope> = {
  '/search/app/:app_id': (call) => [reachApp(call, call.id('app_id')).appId],
  '/search/space/:space_id': (call) => appsOf(call, [reachSpace(call, call.id('space_id')).spaceId]),
  '/search/org/:org_id': (call) => {
    const { orgId } = reachOrganisation(call, call.id('org_id'));
    return appsOf(
      call,
      spaceIds(call, (space) => space.orgId === orgId),
    );
  },
  '/search': (call) => {
    actingUser(call);
    return appsOf(
      call,
      spaceIds(call, () => true),
    );
  },
};

/** Version 1 answers a list, version 2 counts too. @see https://developers.podio.com/doc/search */
export function searchOperations(route: Router): void {
  for (const [path, scope] of Object.entries(scopes)) {
    route.post(path, (call) => {
      const { query, limit = mostResults, offset = 0, ref_type: refType } = call.body;
      return page(find(call, scope, query, refType), limit, offset).map((found) => renderFound(found, call.store));
    });

    route.get(`${path}/v2`, (call) => {
      const all = find(call, scope, call.query.text('query'), call.query.text('ref_type'));
      const limit = call.query.integer('limit') ?? mostResults;
      const results = page(all, limit, call.query.integer('offset') ?? 0).map((found) => renderFound(found, call.store));
      const highlights = call.query.boolean('highlights') ?? false;
      return {
        ...((call.query.boolean('counts') ?? true) && { counts: countByType(all) }),
        results: highlights ? results.map((result) => ({ ...result, highlight: { title: [result.title] } })) : results,
      };
    });
  }
}

function find(call: Call, scope: Scope, query: unknown, refType: unknown): Found[] {
  const appIds = scope(call);
  if (typeof query !== 'string' || query.trim() === '') throw invalidValue(query, 'must be string');
  if (refType !== undefined && refType !== null && typeof refType !== 'string') throw invalidValue(refType, 'must be string');
  return search(query, new Set(appIds), call.store).filter(({ type }) => !refType || type === refType);
}

function page(all: readonly Found[], limit: unknown, offset: unknown): Found[] {
  if (!isInteger(limit)) throw invalidValue(limit, 'must be integer');
  if (!isInteger(offset)) throw invalidValue(offset, 'must be integer');
  const from = withinBounds(offset, 0, Number.MAX_SAFE_INTEGER);
  return all.slice(from, from + withinBounds(limit, 1, mostResults));
}

const appsOf = ({ store }: Call, ids: readonly number[]): number[] =>
  [...store.apps.values()].filter(({ spaceId, status }) => status === 'active' && ids.includes(spaceId)).map(({ appId }) => appId);

const spaceIds = (call: Call, isIn: (space: { orgId: number }) => boolean): number[] =>
  spacesOf(call.ref.id, call.store)
    .filter(isIn)
    .map(({ spaceId }) => spaceId);

function countByType(all: readonly Found[]): Record<string, number> {
  const counts: Record<string, number> = { item: 0, task: 0, comment: 0, app: 0, file: 0 };
  for (const { type } of all) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
