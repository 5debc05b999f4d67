// Generated from operations.ts by generate-calls.ts: `npx vitest run server/podio/calls.test.ts -u` writes it anew.

import type { CallOptions } from './call-options.ts';
import * as calls from './calls.ts';

import type { MakeCall } from './typed-call.ts';

import type { CommentWrite, ItemFilter, ItemWrite, SearchFor, TaskWrite } from './types.ts';

export const users = (make: MakeCall) => ({
  /** Get user status. @see https://developers.podio.com/doc/users/get-user-status-22480 */
  status: (options?: CallOptions) => make(calls.usersStatus(), options),
  /** Get user. @see https://developers.podio.com/doc/users/get-user-22378 */
  get: (options?: CallOptions) => make(calls.usersGet(), options),
  /** Get profile. */
  profile: (options?: CallOptions) => make(calls.usersProfile(), options),
  /** Update profile. @see https://developers.podio.com/doc/users/update-profile-22402 */
  updateProfile: (body: Record<string, unknown>, options?: CallOptions) => make(calls.usersUpdateProfile(body), options),
});

export const organizations = (make: MakeCall) => ({
  /** Get organisations. @see https://developers.podio.com/doc/organizations/get-organizations-22344 */
  list: (options?: CallOptions) => make(calls.organizationsList(), options),
  /** Get organisation. */
  get: (orgId: number, options?: CallOptions) => make(calls.organizationsGet(orgId), options),
  /** Get organisation by address. */
  getByUrl: (query: { url: string }, options?: CallOptions) => make(calls.organizationsGetByUrl(query), options),
  /** Get workspaces of an organisation. */
  spaces: (orgId: number, options?: CallOptions) => make(calls.organizationsSpaces(orgId), options),
});

export const spaces = (make: MakeCall) => ({
  /** Get workspace. @see https://developers.podio.com/doc/spaces/get-space-22389 */
  get: (spaceId: number, options?: CallOptions) => make(calls.spacesGet(spaceId), options),
  /** Get workspaces that you are in. */
  listInOrganization: (orgId: number, options?: CallOptions) => make(calls.spacesListInOrganization(orgId), options),
  /** Get workspace by address. */
  getByUrl: (query: { url: string }, options?: CallOptions) => make(calls.spacesGetByUrl(query), options),
  /** Get the workspaces that you use most. */
  top: (query?: { limit?: number }, options?: CallOptions) => make(calls.spacesTop(query), options),
  /** Create workspace. */
  create: (body: Record<string, unknown>, options?: CallOptions) => make(calls.spacesCreate(body), options),
});

export const apps = (make: MakeCall) => ({
  /** Get app. @see https://developers.podio.com/doc/applications/get-app-22349 */
  get: (appId: number, query?: { type?: string }, options?: CallOptions) => make(calls.appsGet(appId, query), options),
  /** Get apps of a workspace. @see https://developers.podio.com/doc/applications/get-apps-by-space-22478 */
  listInSpace: (spaceId: number, query?: { include_inactive?: boolean }, options?: CallOptions) =>
    make(calls.appsListInSpace(spaceId, query), options),
  /** Get all apps. */
  list: (query?: { limit?: number; offset?: number; order?: string }, options?: CallOptions) => make(calls.appsList(query), options),
  /** Get app by its label. */
  getByLabel: (spaceId: number, urlLabel: string, query?: { type?: string }, options?: CallOptions) =>
    make(calls.appsGetByLabel(spaceId, urlLabel, query), options),
  /** Create app. @see https://developers.podio.com/doc/applications/add-new-app-22351 */
  create: (body: Record<string, unknown>, options?: CallOptions) => make(calls.appsCreate(body), options),
  /** Update app. */
  update: (appId: number, body: Record<string, unknown>, options?: CallOptions) => make(calls.appsUpdate(appId, body), options),
  /** Add field. */
  addField: (appId: number, body: Record<string, unknown>, options?: CallOptions) => make(calls.appsAddField(appId, body), options),
  /** Get field. */
  getField: (appId: number, fieldOrExternalId: string, options?: CallOptions) =>
    make(calls.appsGetField(appId, fieldOrExternalId), options),
});

export const items = (make: MakeCall) => ({
  /** Get item. @see https://developers.podio.com/doc/items/get-item-22360 */
  get: (itemId: number, query?: { mark_as_viewed?: boolean }, options?: CallOptions) => make(calls.itemsGet(itemId, query), options),
  /** Get item by its number in the app. */
  getByAppItemId: (appId: number, appItemId: number, options?: CallOptions) => make(calls.itemsGetByAppItemId(appId, appItemId), options),
  /** Get item by external id. */
  getByExternalId: (appId: number, externalId: string, options?: CallOptions) =>
    make(calls.itemsGetByExternalId(appId, externalId), options),
  /** Filter items. Podio allows 250 of these an hour. @see https://developers.podio.com/doc/items/filter-items-4496747 */
  filter: (appId: number, body?: ItemFilter, options?: CallOptions) => make(calls.itemsFilter(appId, body), options),
  /** Filter items by view. Podio allows 250 of these an hour. */
  filterByView: (appId: number, viewId: number, body?: ItemFilter, options?: CallOptions) =>
    make(calls.itemsFilterByView(appId, viewId, body), options),
  /** Get items. @see https://developers.podio.com/doc/items/get-items-27803 */
  list: (appId: number, query?: { limit?: number; offset?: number; sort_by?: string; sort_desc?: boolean }, options?: CallOptions) =>
    make(calls.itemsList(appId, query), options),
  /** Get item count. @see https://developers.podio.com/doc/items/get-item-count-34819997 */
  count: (appId: number, options?: CallOptions) => make(calls.itemsCount(appId), options),
  /** Create item. @see https://developers.podio.com/doc/items/add-new-item-22362 */
  create: (appId: number, body: ItemWrite, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.itemsCreate(appId, body, query), options),
  /** Update item. @see https://developers.podio.com/doc/items/update-item-22363 */
  update: (itemId: number, body: ItemWrite, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.itemsUpdate(itemId, body, query), options),
  /** Delete item. @see https://developers.podio.com/doc/items/delete-item-22364 */
  delete: (itemId: number, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.itemsDelete(itemId, query), options),
  /** Get item without its surroundings. */
  getBasic: (itemId: number, options?: CallOptions) => make(calls.itemsGetBasic(itemId), options),
  /** Get values of a field. */
  getValue: (itemId: number, fieldOrExternalId: string, options?: CallOptions) =>
    make(calls.itemsGetValue(itemId, fieldOrExternalId), options),
  /** Update values of a field. */
  updateValue: (
    itemId: number,
    fieldOrExternalId: string,
    body: unknown,
    query?: { silent?: boolean; hook?: boolean },
    options?: CallOptions,
  ) => make(calls.itemsUpdateValue(itemId, fieldOrExternalId, body, query), options),
  /** Update values. */
  updateValues: (itemId: number, body: Record<string, unknown>, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.itemsUpdateValues(itemId, body, query), options),
  /** Get revisions of an item. */
  revisions: (itemId: number, options?: CallOptions) => make(calls.itemsRevisions(itemId), options),
  /** Delete many items. */
  deleteMany: (appId: number, body: Record<string, unknown>, options?: CallOptions) => make(calls.itemsDeleteMany(appId, body), options),
});

export const comments = (make: MakeCall) => ({
  /** Get comments on an object. */
  list: (refType: string, refId: number, query?: { limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.commentsList(refType, refId, query), options),
  /** Comment on an object. */
  create: (refType: string, refId: number, body: CommentWrite, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.commentsCreate(refType, refId, body, query), options),
  /** Get comment. */
  get: (commentId: number, options?: CallOptions) => make(calls.commentsGet(commentId), options),
  /** Update comment. */
  update: (commentId: number, body: CommentWrite, options?: CallOptions) => make(calls.commentsUpdate(commentId, body), options),
  /** Delete comment. */
  delete: (commentId: number, options?: CallOptions) => make(calls.commentsDelete(commentId), options),
});

export const tasks = (make: MakeCall) => ({
  /** Get tasks. @see https://developers.podio.com/doc/tasks/get-tasks-77949 */
  list: (
    query?: {
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
    },
    options?: CallOptions,
  ) => make(calls.tasksList(query), options),
  /** Create task. */
  create: (body: TaskWrite, query?: { silent?: boolean; hook?: boolean }, options?: CallOptions) =>
    make(calls.tasksCreate(body, query), options),
  /** Get task. */
  get: (taskId: number, options?: CallOptions) => make(calls.tasksGet(taskId), options),
  /** Update task. */
  update: (taskId: number, body: TaskWrite, options?: CallOptions) => make(calls.tasksUpdate(taskId, body), options),
  /** Delete task. */
  delete: (taskId: number, options?: CallOptions) => make(calls.tasksDelete(taskId), options),
  /** Complete task. */
  complete: (taskId: number, options?: CallOptions) => make(calls.tasksComplete(taskId), options),
  /** Reopen task. */
  incomplete: (taskId: number, options?: CallOptions) => make(calls.tasksIncomplete(taskId), options),
});

export const files = (make: MakeCall) => ({
  /** Get file. @see https://developers.podio.com/doc/files/get-file-22451 */
  get: (fileId: number, options?: CallOptions) => make(calls.filesGet(fileId), options),
  /** Attach file to an object. */
  attach: (fileId: number, body: Record<string, unknown>, options?: CallOptions) => make(calls.filesAttach(fileId, body), options),
});

export const search = (make: MakeCall) => ({
  /** Search in an app. */
  inApp: (appId: number, body: SearchFor, options?: CallOptions) => make(calls.searchInApp(appId, body), options),
  /** Search in a workspace. */
  inSpace: (spaceId: number, body: SearchFor, options?: CallOptions) => make(calls.searchInSpace(spaceId, body), options),
  /** Search in an organisation. */
  inOrganization: (orgId: number, body: SearchFor, options?: CallOptions) => make(calls.searchInOrganization(orgId, body), options),
  /** Search everywhere. */
  everywhere: (body: SearchFor, options?: CallOptions) => make(calls.searchEverywhere(body), options),
  /** Search in an app, with counts. */
  inAppWithCounts: (appId: number, query: { query: string; limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.searchInAppWithCounts(appId, query), options),
  /** Search in a workspace, with counts. */
  inSpaceWithCounts: (spaceId: number, query: { query: string; limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.searchInSpaceWithCounts(spaceId, query), options),
  /** Search in an organisation, with counts. */
  inOrganizationWithCounts: (orgId: number, query: { query: string; limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.searchInOrganizationWithCounts(orgId, query), options),
  /** Search everywhere, with counts. */
  everywhereWithCounts: (query: { query: string; limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.searchEverywhereWithCounts(query), options),
});

export const hooks = (make: MakeCall) => ({
  /** Get hooks on an object. */
  list: (refType: string, refId: number, options?: CallOptions) => make(calls.hooksList(refType, refId), options),
  /** Create hook. */
  create: (refType: string, refId: number, body: Record<string, unknown>, options?: CallOptions) =>
    make(calls.hooksCreate(refType, refId, body), options),
  /** Ask for the verification of a hook. */
  requestVerification: (hookId: number, options?: CallOptions) => make(calls.hooksRequestVerification(hookId), options),
  /** Verify hook. */
  verify: (hookId: number, body: Record<string, unknown>, options?: CallOptions) => make(calls.hooksVerify(hookId, body), options),
  /** Delete hook. */
  delete: (hookId: number, options?: CallOptions) => make(calls.hooksDelete(hookId), options),
});

export const views = (make: MakeCall) => ({
  /** Get views of an app. */
  list: (appId: number, options?: CallOptions) => make(calls.viewsList(appId), options),
});

export const tags = (make: MakeCall) => ({
  /** Get tags of an app. */
  list: (appId: number, query?: { limit?: number }, options?: CallOptions) => make(calls.tagsList(appId, query), options),
});

export const stream = (make: MakeCall) => ({
  /** Get stream. */
  list: (query?: { limit?: number; offset?: number }, options?: CallOptions) => make(calls.streamList(query), options),
});

export const embeds = (make: MakeCall) => ({
  /** Create embed. */
  create: (body: Record<string, unknown>, options?: CallOptions) => make(calls.embedsCreate(body), options),
});

export const notifications = (make: MakeCall) => ({
  /** Get notifications. */
  list: (query?: { limit?: number; offset?: number }, options?: CallOptions) => make(calls.notificationsList(query), options),
});

export const contacts = (make: MakeCall) => ({
  /** Get contacts of a workspace. */
  listInSpace: (spaceId: number, query?: { limit?: number; offset?: number }, options?: CallOptions) =>
    make(calls.contactsListInSpace(spaceId, query), options),
});

export const authorization = (make: MakeCall) => ({
  /** Get scope. @see https://developers.podio.com/doc/oauth-authorization/get-scope-342360687 */
  scope: (options?: CallOptions) => make(calls.authorizationScope(), options),
  /** Invalidate grant. @see https://developers.podio.com/doc/oauth-authorization/invalidate-grant-7997965 */
  invalidateGrant: (options?: CallOptions) => make(calls.authorizationInvalidateGrant(), options),
});

/** All areas, each as a member of its name. */
export const allAreas = (make: MakeCall) => ({
  users: users(make),
  organizations: organizations(make),
  spaces: spaces(make),
  apps: apps(make),
  items: items(make),
  comments: comments(make),
  tasks: tasks(make),
  files: files(make),
  search: search(make),
  hooks: hooks(make),
  views: views(make),
  tags: tags(make),
  stream: stream(make),
  embeds: embeds(make),
  notifications: notifications(make),
  contacts: contacts(make),
  authorization: authorization(make),
});

export type Areas = ReturnType<typeof allAreas>;
