// Generated from operations.ts by generate-calls.ts: `npx vitest run server/podio/calls.test.ts -u` writes it anew.

import { type Call, type Read, segment, withQuery } from './typed-call.ts';

import type {
  App,
  Comment,
  CommentWrite,
  Field,
  Found,
  Hook,
  Item,
  ItemFilter,
  ItemList,
  ItemWrite,
  ItemWritten,
  Organisation,
  PodioFile,
  Profile,
  ScopeGrant,
  SearchFor,
  SearchResult,
  Space,
  Task,
  TaskWrite,
  User,
  UserStatus,
} from './types.ts';

export type { Call, Read } from './typed-call.ts';

/** Get user status. @see https://developers.podio.com/doc/users/get-user-status-22480 */
export const usersStatus = (): Read<UserStatus> => ({
  method: 'GET',
  path: '/user/status',
  reads: true,
});

/** Get user. @see https://developers.podio.com/doc/users/get-user-22378 */
export const usersGet = (): Read<User> => ({
  method: 'GET',
  path: '/user',
  reads: true,
});

/** Get profile. */
export const usersProfile = (): Read<Profile> => ({
  method: 'GET',
  path: '/user/profile',
  reads: true,
});

/** Update profile. @see https://developers.podio.com/doc/users/update-profile-22402 */
export const usersUpdateProfile = (body: Record<string, unknown>): Call<undefined> => ({
  method: 'PUT',
  path: '/user/profile',
  body,
});

/** Get organisations. @see https://developers.podio.com/doc/organizations/get-organizations-22344 */
export const organizationsList = (): Read<Organisation[]> => ({
  method: 'GET',
  path: '/org/',
  reads: true,
});

/** Get organisation. */
export const organizationsGet = (orgId: number): Read<Organisation> => ({
  method: 'GET',
  path: `/org/${segment(orgId)}`,
  reads: true,
});

/** Get organisation by address. */
export const organizationsGetByUrl = (query: { url: string }): Read<Organisation> => ({
  method: 'GET',
  path: withQuery('/org/url', query),
  reads: true,
});

/** Get workspaces of an organisation. */
export const organizationsSpaces = (orgId: number): Read<Space[]> => ({
  method: 'GET',
  path: `/org/${segment(orgId)}/space/`,
  reads: true,
});

/** Get workspace. @see https://developers.podio.com/doc/spaces/get-space-22389 */
export const spacesGet = (spaceId: number): Read<Space> => ({
  method: 'GET',
  path: `/space/${segment(spaceId)}`,
  reads: true,
});

/** Get workspaces that you are in. */
export const spacesListInOrganization = (orgId: number): Read<Space[]> => ({
  method: 'GET',
  path: `/space/org/${segment(orgId)}/`,
  reads: true,
});

/** Get workspace by address. */
export const spacesGetByUrl = (query: { url: string }): Read<Space> => ({
  method: 'GET',
  path: withQuery('/space/url', query),
  reads: true,
});

/** Get the workspaces that you use most. */
export const spacesTop = (query?: { limit?: number }): Read<Space[]> => ({
  method: 'GET',
  path: withQuery('/space/top/', query),
  reads: true,
});

/** Create workspace. */
export const spacesCreate = (body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: '/space/',
  body,
});

/** Get app. @see https://developers.podio.com/doc/applications/get-app-22349 */
export const appsGet = (appId: number, query?: { type?: string }): Read<App> => ({
  method: 'GET',
  path: withQuery(`/app/${segment(appId)}`, query),
  reads: true,
});

/** Get apps of a workspace. @see https://developers.podio.com/doc/applications/get-apps-by-space-22478 */
export const appsListInSpace = (spaceId: number, query?: { include_inactive?: boolean }): Read<App[]> => ({
  method: 'GET',
  path: withQuery(`/app/space/${segment(spaceId)}/`, query),
  reads: true,
});

/** Get all apps. */
export const appsList = (query?: { limit?: number; offset?: number; order?: string }): Read<App[]> => ({
  method: 'GET',
  path: withQuery('/app/', query),
  reads: true,
});

/** Get app by its label. */
export const appsGetByLabel = (spaceId: number, urlLabel: string, query?: { type?: string }): Read<App> => ({
  method: 'GET',
  path: withQuery(`/app/space/${segment(spaceId)}/${segment(urlLabel)}`, query),
  reads: true,
});

/** Create app. @see https://developers.podio.com/doc/applications/add-new-app-22351 */
export const appsCreate = (body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: '/app/',
  body,
});

/** Update app. */
export const appsUpdate = (appId: number, body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'PUT',
  path: `/app/${segment(appId)}`,
  body,
});

/** Add field. */
export const appsAddField = (appId: number, body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: `/app/${segment(appId)}/field/`,
  body,
});

/** Get field. */
export const appsGetField = (appId: number, fieldOrExternalId: string): Read<Field> => ({
  method: 'GET',
  path: `/app/${segment(appId)}/field/${segment(fieldOrExternalId)}`,
  reads: true,
});

/** Get item. @see https://developers.podio.com/doc/items/get-item-22360 */
export const itemsGet = (itemId: number, query?: { mark_as_viewed?: boolean }): Read<Item> => ({
  method: 'GET',
  path: withQuery(`/item/${segment(itemId)}`, query),
  reads: true,
});

/** Get item by its number in the app. */
export const itemsGetByAppItemId = (appId: number, appItemId: number): Read<Item> => ({
  method: 'GET',
  path: `/app/${segment(appId)}/item/${segment(appItemId)}`,
  reads: true,
});

/** Get item by external id. */
export const itemsGetByExternalId = (appId: number, externalId: string): Read<Item> => ({
  method: 'GET',
  path: `/item/app/${segment(appId)}/external_id/${segment(externalId)}`,
  reads: true,
});

/** Filter items. Podio allows 250 of these an hour. @see https://developers.podio.com/doc/items/filter-items-4496747 */
export const itemsFilter = (appId: number, body?: ItemFilter): Read<ItemList> => ({
  method: 'POST',
  path: `/item/app/${segment(appId)}/filter/`,
  body: body ?? {},
  reads: true,
});

/** Filter items by view. Podio allows 250 of these an hour. */
export const itemsFilterByView = (appId: number, viewId: number, body?: ItemFilter): Read<ItemList> => ({
  method: 'POST',
  path: `/item/app/${segment(appId)}/filter/${segment(viewId)}/`,
  body: body ?? {},
  reads: true,
});

/** Get items. @see https://developers.podio.com/doc/items/get-items-27803 */
export const itemsList = (
  appId: number,
  query?: { limit?: number; offset?: number; sort_by?: string; sort_desc?: boolean },
): Read<ItemList> => ({
  method: 'GET',
  path: withQuery(`/item/app/${segment(appId)}/`, query),
  reads: true,
});

/** Get item count. @see https://developers.podio.com/doc/items/get-item-count-34819997 */
export const itemsCount = (appId: number): Read<{ count: number }> => ({
  method: 'GET',
  path: `/item/app/${segment(appId)}/count`,
  reads: true,
});

/** Create item. @see https://developers.podio.com/doc/items/add-new-item-22362 */
export const itemsCreate = (appId: number, body: ItemWrite, query?: { silent?: boolean; hook?: boolean }): Call<ItemWritten> => ({
  method: 'POST',
  path: withQuery(`/item/app/${segment(appId)}/`, query),
  body,
});

/** Update item. @see https://developers.podio.com/doc/items/update-item-22363 */
export const itemsUpdate = (
  itemId: number,
  body: ItemWrite,
  query?: { silent?: boolean; hook?: boolean },
): Call<{ revision: number; title: string }> => ({
  method: 'PUT',
  path: withQuery(`/item/${segment(itemId)}`, query),
  body,
});

/** Delete item. @see https://developers.podio.com/doc/items/delete-item-22364 */
export const itemsDelete = (itemId: number, query?: { silent?: boolean; hook?: boolean }): Call<undefined> => ({
  method: 'DELETE',
  path: withQuery(`/item/${segment(itemId)}`, query),
});

/** Get item without its surroundings. */
export const itemsGetBasic = (itemId: number): Read<Item> => ({
  method: 'GET',
  path: `/item/${segment(itemId)}/basic`,
  reads: true,
});

/** Get values of a field. */
export const itemsGetValue = (itemId: number, fieldOrExternalId: string): Read<Record<string, unknown>[]> => ({
  method: 'GET',
  path: `/item/${segment(itemId)}/value/${segment(fieldOrExternalId)}`,
  reads: true,
});

/** Update values of a field. */
export const itemsUpdateValue = (
  itemId: number,
  fieldOrExternalId: string,
  body: unknown,
  query?: { silent?: boolean; hook?: boolean },
): Call<Record<string, unknown>> => ({
  method: 'PUT',
  path: withQuery(`/item/${segment(itemId)}/value/${segment(fieldOrExternalId)}`, query),
  body,
});

/** Update values. */
export const itemsUpdateValues = (
  itemId: number,
  body: Record<string, unknown>,
  query?: { silent?: boolean; hook?: boolean },
): Call<Record<string, unknown>> => ({
  method: 'PUT',
  path: withQuery(`/item/${segment(itemId)}/value`, query),
  body,
});

/** Get revisions of an item. */
export const itemsRevisions = (itemId: number): Read<Record<string, unknown>[]> => ({
  method: 'GET',
  path: `/item/${segment(itemId)}/revision`,
  reads: true,
});

/** Delete many items. */
export const itemsDeleteMany = (appId: number, body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: `/item/app/${segment(appId)}/delete`,
  body,
});

/** Get comments on an object. */
export const commentsList = (refType: string, refId: number, query?: { limit?: number; offset?: number }): Read<Comment[]> => ({
  method: 'GET',
  path: withQuery(`/comment/${segment(refType)}/${segment(refId)}/`, query),
  reads: true,
});

/** Comment on an object. */
export const commentsCreate = (
  refType: string,
  refId: number,
  body: CommentWrite,
  query?: { silent?: boolean; hook?: boolean },
): Call<Comment> => ({
  method: 'POST',
  path: withQuery(`/comment/${segment(refType)}/${segment(refId)}/`, query),
  body,
});

/** Get comment. */
export const commentsGet = (commentId: number): Read<Comment> => ({
  method: 'GET',
  path: `/comment/${segment(commentId)}`,
  reads: true,
});

/** Update comment. */
export const commentsUpdate = (commentId: number, body: CommentWrite): Call<Record<string, unknown>> => ({
  method: 'PUT',
  path: `/comment/${segment(commentId)}`,
  body,
});

/** Delete comment. */
export const commentsDelete = (commentId: number): Call<undefined> => ({
  method: 'DELETE',
  path: `/comment/${segment(commentId)}`,
});

/** Get tasks. @see https://developers.podio.com/doc/tasks/get-tasks-77949 */
export const tasksList = (query?: {
  org?: number;
  space?: number;
  app?: number;
  responsible?: number;
  reference?: string;
  completed?: boolean;
  sort_by?: string;
  sort_desc?: boolean;
  limit?: number;
  offset?: number;
}): Read<Task[]> => ({
  method: 'GET',
  path: withQuery('/task/', query),
  reads: true,
});

/** Create task. */
export const tasksCreate = (body: TaskWrite, query?: { silent?: boolean; hook?: boolean }): Call<Task> => ({
  method: 'POST',
  path: withQuery('/task/', query),
  body,
});

/** Get task. */
export const tasksGet = (taskId: number): Read<Task> => ({
  method: 'GET',
  path: `/task/${segment(taskId)}`,
  reads: true,
});

/** Update task. */
export const tasksUpdate = (taskId: number, body: TaskWrite): Call<Record<string, unknown>> => ({
  method: 'PUT',
  path: `/task/${segment(taskId)}`,
  body,
});

/** Delete task. */
export const tasksDelete = (taskId: number): Call<undefined> => ({
  method: 'DELETE',
  path: `/task/${segment(taskId)}`,
});

/** Complete task. */
export const tasksComplete = (taskId: number): Call<undefined> => ({
  method: 'POST',
  path: `/task/${segment(taskId)}/complete`,
  body: {},
});

/** Reopen task. */
export const tasksIncomplete = (taskId: number): Call<undefined> => ({
  method: 'POST',
  path: `/task/${segment(taskId)}/incomplete`,
  body: {},
});

/** Get file. @see https://developers.podio.com/doc/files/get-file-22451 */
export const filesGet = (fileId: number): Read<PodioFile> => ({
  method: 'GET',
  path: `/file/${segment(fileId)}`,
  reads: true,
});

/** Attach file to an object. */
export const filesAttach = (fileId: number, body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: `/file/${segment(fileId)}/attach`,
  body,
});

/** Search in an app. */
export const searchInApp = (appId: number, body: SearchFor): Read<Found[]> => ({
  method: 'POST',
  path: `/search/app/${segment(appId)}/`,
  body,
  reads: true,
});

/** Search in a workspace. */
export const searchInSpace = (spaceId: number, body: SearchFor): Read<Found[]> => ({
  method: 'POST',
  path: `/search/space/${segment(spaceId)}/`,
  body,
  reads: true,
});

/** Search in an organisation. */
export const searchInOrganization = (orgId: number, body: SearchFor): Read<Found[]> => ({
  method: 'POST',
  path: `/search/org/${segment(orgId)}/`,
  body,
  reads: true,
});

/** Search everywhere. */
export const searchEverywhere = (body: SearchFor): Read<Found[]> => ({
  method: 'POST',
  path: '/search/',
  body,
  reads: true,
});

/** Search in an app, with counts. */
export const searchInAppWithCounts = (appId: number, query: { query: string; limit?: number; offset?: number }): Read<SearchResult> => ({
  method: 'GET',
  path: withQuery(`/search/app/${segment(appId)}/v2/`, query),
  reads: true,
});

/** Search in a workspace, with counts. */
export const searchInSpaceWithCounts = (
  spaceId: number,
  query: { query: string; limit?: number; offset?: number },
): Read<SearchResult> => ({
  method: 'GET',
  path: withQuery(`/search/space/${segment(spaceId)}/v2/`, query),
  reads: true,
});

/** Search in an organisation, with counts. */
export const searchInOrganizationWithCounts = (
  orgId: number,
  query: { query: string; limit?: number; offset?: number },
): Read<SearchResult> => ({
  method: 'GET',
  path: withQuery(`/search/org/${segment(orgId)}/v2/`, query),
  reads: true,
});

/** Search everywhere, with counts. */
export const searchEverywhereWithCounts = (query: { query: string; limit?: number; offset?: number }): Read<SearchResult> => ({
  method: 'GET',
  path: withQuery('/search/v2/', query),
  reads: true,
});

/** Get hooks on an object. */
export const hooksList = (refType: string, refId: number): Read<Hook[]> => ({
  method: 'GET',
  path: `/hook/${segment(refType)}/${segment(refId)}/`,
  reads: true,
});

/** Create hook. */
export const hooksCreate = (refType: string, refId: number, body: Record<string, unknown>): Call<{ hook_id: number }> => ({
  method: 'POST',
  path: `/hook/${segment(refType)}/${segment(refId)}/`,
  body,
});

/** Ask for the verification of a hook. */
export const hooksRequestVerification = (hookId: number): Call<undefined> => ({
  method: 'POST',
  path: `/hook/${segment(hookId)}/verify/request`,
  body: {},
});

/** Verify hook. */
export const hooksVerify = (hookId: number, body: Record<string, unknown>): Call<undefined> => ({
  method: 'POST',
  path: `/hook/${segment(hookId)}/verify/validate`,
  body,
});

/** Delete hook. */
export const hooksDelete = (hookId: number): Call<undefined> => ({
  method: 'DELETE',
  path: `/hook/${segment(hookId)}`,
});

/** Get views of an app. */
export const viewsList = (appId: number): Read<Record<string, unknown>[]> => ({
  method: 'GET',
  path: `/view/app/${segment(appId)}/`,
  reads: true,
});

/** Get tags of an app. */
export const tagsList = (appId: number, query?: { limit?: number }): Read<Record<string, unknown>[]> => ({
  method: 'GET',
  path: withQuery(`/tag/app/${segment(appId)}/`, query),
  reads: true,
});

/** Get stream. */
export const streamList = (query?: { limit?: number; offset?: number }): Read<Record<string, unknown>[]> => ({
  method: 'GET',
  path: withQuery('/stream/', query),
  reads: true,
});

/** Create embed. */
export const embedsCreate = (body: Record<string, unknown>): Call<Record<string, unknown>> => ({
  method: 'POST',
  path: '/embed/',
  body,
});

/** Get notifications. */
export const notificationsList = (query?: { limit?: number; offset?: number }): Read<Record<string, unknown>> => ({
  method: 'GET',
  path: withQuery('/notification/', query),
  reads: true,
});

/** Get contacts of a workspace. */
export const contactsListInSpace = (spaceId: number, query?: { limit?: number; offset?: number }): Read<Profile[]> => ({
  method: 'GET',
  path: withQuery(`/contact/space/${segment(spaceId)}/`, query),
  reads: true,
});

/** Get scope. @see https://developers.podio.com/doc/oauth-authorization/get-scope-342360687 */
export const authorizationScope = (): Read<ScopeGrant[]> => ({
  method: 'GET',
  path: '/oauth/scope',
  reads: true,
});

/** Invalidate grant. @see https://developers.podio.com/doc/oauth-authorization/invalidate-grant-7997965 */
export const authorizationInvalidateGrant = (): Call<undefined> => ({
  method: 'POST',
  path: '/oauth/grant/invalidate',
  body: {},
});
