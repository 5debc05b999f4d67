export interface OperationParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  type: 'integer' | 'string' | 'boolean';
  description: string;
  /** What Podio takes where it is left out. */
  default?: string | number | boolean;
}

/** One of Podio's operations. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{parameters}`. Podio means the final slash, and takes it or leaves it. */
  path: string;
  name: string;
  area: string;
  /** Whether it changes nothing. */
  reads: boolean;
  /** Whether Podio allows fewer calls of it: 250 an hour in place of 1,000. */
  heavy?: boolean;
  /** Whether its body is a form with a file: these are its fields. */
  multipart?: readonly string[];
  /** The name of its typed call, as `items.filter`; absent for uploads and downloads, which `PodioClient` has by hand. */
  call?: string;
  /** Whether it ends credentials: the keyring does not pass it on. */
  notProxied?: boolean;
  parameters: readonly OperationParameter[];
  /** An example body, to be sent as JSON. */
  body?: unknown;
  /** Its page at developers.podio.com. */
  docs?: string;
}

type Details = Partial<Pick<Operation, 'reads' | 'heavy' | 'multipart' | 'notProxied' | 'body' | 'call'>> & {
  query?: readonly OperationParameter[];
  /** The end of the address of its page. */
  page?: string;
};

/** What each path parameter is; where a path has an id that is text, it says so by its name here. */
const pathParameters: Record<string, [type: 'integer' | 'string', description: string]> = {
  app_id: ['integer', "The app's id"],
  app_item_id: ['integer', 'The number of the item within its app'],
  comment_id: ['integer', "The comment's id"],
  external_id: ['string', "The item's external id"],
  field_or_external_id: ['string', "The field's id or external id"],
  file_id: ['integer', "The file's id"],
  hook_id: ['integer', "The hook's id"],
  item_id: ['integer', "The item's id, unique in all of Podio"],
  org_id: ['integer', "The organisation's id"],
  ref_id: ['integer', 'The id of the object'],
  ref_type: ['string', 'The type of the object, as item or app'],
  space_id: ['integer', "The workspace's id"],
  task_id: ['integer', "The task's id"],
  url_label: ['string', "The app's label in addresses, as projects"],
  view_id: ['integer', "The view's id"],
};

function query(
  name: string,
  type: OperationParameter['type'],
  description: string,
  more: { required?: boolean; default?: string | number | boolean } = {},
): OperationParameter {
  return { name, in: 'query', required: false, type, description, ...more };
}

/** The operations of one area. A GET reads, anything else changes something, unless it says otherwise. */
function area(name: string) {
  return (method: Operation['method'], path: string, title: string, details: Details = {}): Operation => {
    const { query: inQuery = [], page, ...others } = details;
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']): OperationParameter => {
      const [type, description] = pathParameters[parameter] ?? ['string', ''];
      return { name: parameter, in: 'path', required: true, type, description };
    });
    return {
      method,
      path,
      name: title,
      area: name,
      reads: method === 'GET',
      parameters: [...inPath, ...inQuery],
      ...others,
      ...(page && { docs: `https://developers.podio.com/doc/${page}` }),
    };
  };
}

const limit = (usual: number) => query('limit', 'integer', 'How many at most', { default: usual });
const offset = query('offset', 'integer', 'How many to leave out at the beginning', { default: 0 });
const silent = query('silent', 'boolean', 'Whether nobody is notified', { default: false });
const hook = query('hook', 'boolean', 'Whether webhooks are called', { default: true });
const url = query('url', 'string', 'Its address at podio.com', { required: true });
const appType = query('type', 'string', 'How much of it: full, short, mini or micro', { default: 'full' });
const searchText = query('query', 'string', 'The text to look for', { required: true });
const itemBody = { fields: { title: 'A title' } };
const searchBody = { query: 'bridge', limit: 20, offset: 0 };
const filterBody = { sort_by: 'created_on', sort_desc: true, filters: {}, limit: 30, offset: 0 };

const users = area('Users');
const organizations = area('Organisations');
const spaces = area('Workspaces');
const apps = area('Apps');
const items = area('Items');
const comments = area('Comments');
const tasks = area('Tasks');
const files = area('Files');
const search = area('Search');
const hooks = area('Hooks');
const more = area('More');
const authorization = area('Authorization');

/** Podio's operations, as far as the keyring knows them by name; any other can be called too. @see https://developers.podio.com/doc */
export const operations: readonly Operation[] = [
  users('GET', '/user/status', 'Get user status', { call: 'users.status', page: 'users/get-user-status-22480' }),
  users('GET', '/user', 'Get user', { call: 'users.get', page: 'users/get-user-22378' }),
  users('GET', '/user/profile', 'Get profile', { call: 'users.profile' }),
  users('PUT', '/user/profile', 'Update profile', {
    call: 'users.updateProfile',
    body: { name: 'Ada Lovelace' },
    page: 'users/update-profile-22402',
  }),

  organizations('GET', '/org/', 'Get organisations', { call: 'organizations.list', page: 'organizations/get-organizations-22344' }),
  organizations('GET', '/org/{org_id}', 'Get organisation', { call: 'organizations.get' }),
  organizations('GET', '/org/url', 'Get organisation by address', { call: 'organizations.getByUrl', query: [url] }),
  organizations('GET', '/org/{org_id}/space/', 'Get workspaces of an organisation', { call: 'organizations.spaces' }),

  spaces('GET', '/space/{space_id}', 'Get workspace', { call: 'spaces.get', page: 'spaces/get-space-22389' }),
  spaces('GET', '/space/org/{org_id}/', 'Get workspaces that you are in', { call: 'spaces.listInOrganization' }),
  spaces('GET', '/space/url', 'Get workspace by address', { call: 'spaces.getByUrl', query: [url] }),
  spaces('GET', '/space/top/', 'Get the workspaces that you use most', { call: 'spaces.top', query: [limit(6)] }),
  spaces('POST', '/space/', 'Create workspace', { call: 'spaces.create', body: { org_id: 1, name: 'A workspace', privacy: 'closed' } }),

  apps('GET', '/app/{app_id}', 'Get app', { call: 'apps.get', query: [appType], page: 'applications/get-app-22349' }),
  apps('GET', '/app/space/{space_id}/', 'Get apps of a workspace', {
    call: 'apps.listInSpace',
    query: [query('include_inactive', 'boolean', 'Whether with inactive ones', { default: false })],
    page: 'applications/get-apps-by-space-22478',
  }),
  apps('GET', '/app/', 'Get all apps', {
    call: 'apps.list',
    query: [limit(4), offset, query('order', 'string', 'By score or name', { default: 'score' })],
  }),
  apps('GET', '/app/space/{space_id}/{url_label}', 'Get app by its label', { call: 'apps.getByLabel', query: [appType] }),
  apps('POST', '/app/', 'Create app', {
    call: 'apps.create',
    body: { space_id: 1, config: { type: 'standard', name: 'Books', item_name: 'Book', icon: '251.png' }, fields: [] },
    page: 'applications/add-new-app-22351',
  }),
  apps('PUT', '/app/{app_id}', 'Update app', { call: 'apps.update', body: { config: { name: 'Books' } } }),
  apps('POST', '/app/{app_id}/field/', 'Add field', {
    call: 'apps.addField',
    body: { type: 'text', config: { label: 'Notes', settings: { size: 'large' } } },
  }),
  apps('GET', '/app/{app_id}/field/{field_or_external_id}', 'Get field', { call: 'apps.getField' }),

  items('GET', '/item/{item_id}', 'Get item', {
    call: 'items.get',
    query: [query('mark_as_viewed', 'boolean', 'Whether its notifications count as seen', { default: true })],
    page: 'items/get-item-22360',
  }),
  items('GET', '/app/{app_id}/item/{app_item_id}', 'Get item by its number in the app', { call: 'items.getByAppItemId' }),
  items('GET', '/item/app/{app_id}/external_id/{external_id}', 'Get item by external id', { call: 'items.getByExternalId' }),
  items('POST', '/item/app/{app_id}/filter/', 'Filter items', {
    call: 'items.filter',
    reads: true,
    heavy: true,
    body: filterBody,
    page: 'items/filter-items-4496747',
  }),
  items('POST', '/item/app/{app_id}/filter/{view_id}/', 'Filter items by view', {
    call: 'items.filterByView',
    reads: true,
    heavy: true,
    body: { limit: 30, offset: 0 },
  }),
  items('GET', '/item/app/{app_id}/', 'Get items', {
    call: 'items.list',
    query: [
      limit(20),
      offset,
      query('sort_by', 'string', 'What to sort by, as created_on or the id of a field'),
      query('sort_desc', 'boolean', 'Whether from high to low', { default: true }),
    ],
    page: 'items/get-items-27803',
  }),
  items('GET', '/item/app/{app_id}/count', 'Get item count', { call: 'items.count', page: 'items/get-item-count-34819997' }),
  items('POST', '/item/app/{app_id}/', 'Create item', {
    call: 'items.create',
    query: [silent, hook],
    body: itemBody,
    page: 'items/add-new-item-22362',
  }),
  items('PUT', '/item/{item_id}', 'Update item', {
    call: 'items.update',
    query: [silent, hook],
    body: itemBody,
    page: 'items/update-item-22363',
  }),
  items('DELETE', '/item/{item_id}', 'Delete item', { call: 'items.delete', query: [silent, hook], page: 'items/delete-item-22364' }),
  items('GET', '/item/{item_id}/basic', 'Get item without its surroundings', { call: 'items.getBasic' }),
  items('GET', '/item/{item_id}/value/{field_or_external_id}', 'Get values of a field', { call: 'items.getValue' }),
  items('PUT', '/item/{item_id}/value/{field_or_external_id}', 'Update values of a field', {
    call: 'items.updateValue',
    query: [silent, hook],
    body: [{ value: 'A title' }],
  }),
  items('PUT', '/item/{item_id}/value', 'Update values', { call: 'items.updateValues', query: [silent, hook], body: { title: 'A title' } }),
  items('GET', '/item/{item_id}/revision', 'Get revisions of an item', { call: 'items.revisions' }),
  items('POST', '/item/app/{app_id}/delete', 'Delete many items', { call: 'items.deleteMany', body: { item_ids: [1, 2] } }),

  comments('GET', '/comment/{ref_type}/{ref_id}/', 'Get comments on an object', { call: 'comments.list', query: [limit(100), offset] }),
  comments('POST', '/comment/{ref_type}/{ref_id}/', 'Comment on an object', {
    call: 'comments.create',
    query: [silent, hook],
    body: { value: 'A comment' },
  }),
  comments('GET', '/comment/{comment_id}', 'Get comment', { call: 'comments.get' }),
  comments('PUT', '/comment/{comment_id}', 'Update comment', { call: 'comments.update', body: { value: 'A better comment' } }),
  comments('DELETE', '/comment/{comment_id}', 'Delete comment', { call: 'comments.delete' }),

  tasks('GET', '/task/', 'Get tasks', {
    call: 'tasks.list',
    query: [
      query('org', 'integer', 'Those in an organisation'),
      query('space', 'integer', 'Those in a workspace'),
      query('app', 'integer', 'Those on an app or its items'),
      query('responsible', 'integer', 'Those of a user'),
      query('reference', 'string', 'Those on an object, as item:1'),
      query('completed', 'boolean', 'Whether completed ones'),
      query('sort_by', 'string', 'By rank, created_on or completed_on', { default: 'rank' }),
      query('sort_desc', 'boolean', 'Whether from high to low', { default: false }),
      limit(100),
      offset,
    ],
    page: 'tasks/get-tasks-77949',
  }),
  tasks('POST', '/task/', 'Create task', {
    call: 'tasks.create',
    query: [silent, hook],
    body: { text: 'Call the architect', private: false },
  }),
  tasks('GET', '/task/{task_id}', 'Get task', { call: 'tasks.get' }),
  tasks('PUT', '/task/{task_id}', 'Update task', { call: 'tasks.update', body: { text: 'Call the other architect' } }),
  tasks('DELETE', '/task/{task_id}', 'Delete task', { call: 'tasks.delete' }),
  tasks('POST', '/task/{task_id}/complete', 'Complete task', { call: 'tasks.complete', body: {} }),
  tasks('POST', '/task/{task_id}/incomplete', 'Reopen task', { call: 'tasks.incomplete', body: {} }),

  files('POST', '/file/', 'Upload file, as older clients do', { multipart: ['source', 'filename'] }),
  files('POST', '/file/v2/', 'Upload file', { multipart: ['source', 'filename'], page: 'files/upload-file-1004361' }),
  files('GET', '/file/{file_id}', 'Get file', { call: 'files.get', page: 'files/get-file-22451' }),
  files('GET', '/file/{file_id}/raw', 'Download file', { page: 'files/download-file-1004147' }),
  files('POST', '/file/{file_id}/attach', 'Attach file to an object', { call: 'files.attach', body: { ref_type: 'item', ref_id: 1 } }),

  search('POST', '/search/app/{app_id}/', 'Search in an app', { call: 'search.inApp', reads: true, body: searchBody }),
  search('POST', '/search/space/{space_id}/', 'Search in a workspace', { call: 'search.inSpace', reads: true, body: searchBody }),
  search('POST', '/search/org/{org_id}/', 'Search in an organisation', { call: 'search.inOrganization', reads: true, body: searchBody }),
  search('POST', '/search/', 'Search everywhere', { call: 'search.everywhere', reads: true, body: searchBody }),
  search('GET', '/search/app/{app_id}/v2/', 'Search in an app, with counts', {
    call: 'search.inAppWithCounts',
    query: [searchText, limit(20), offset],
  }),
  search('GET', '/search/space/{space_id}/v2/', 'Search in a workspace, with counts', {
    call: 'search.inSpaceWithCounts',
    query: [searchText, limit(20), offset],
  }),
  search('GET', '/search/org/{org_id}/v2/', 'Search in an organisation, with counts', {
    call: 'search.inOrganizationWithCounts',
    query: [searchText, limit(20), offset],
  }),
  search('GET', '/search/v2/', 'Search everywhere, with counts', {
    call: 'search.everywhereWithCounts',
    query: [searchText, limit(20), offset],
  }),

  hooks('GET', '/hook/{ref_type}/{ref_id}/', 'Get hooks on an object', { call: 'hooks.list' }),
  hooks('POST', '/hook/{ref_type}/{ref_id}/', 'Create hook', {
    call: 'hooks.create',
    body: { url: 'https://example.com/hook', type: 'item.create' },
  }),
  hooks('POST', '/hook/{hook_id}/verify/request', 'Ask for the verification of a hook', { call: 'hooks.requestVerification', body: {} }),
  hooks('POST', '/hook/{hook_id}/verify/validate', 'Verify hook', {
    call: 'hooks.verify',
    body: { code: 'the code that was sent to the hook' },
  }),
  hooks('DELETE', '/hook/{hook_id}', 'Delete hook', { call: 'hooks.delete' }),

  more('GET', '/view/app/{app_id}/', 'Get views of an app', { call: 'views.list' }),
  more('GET', '/tag/app/{app_id}/', 'Get tags of an app', { call: 'tags.list', query: [limit(100)] }),
  more('GET', '/stream/', 'Get stream', { call: 'stream.list', query: [limit(10), offset] }),
  more('POST', '/embed/', 'Create embed', { call: 'embeds.create', body: { url: 'https://example.com/' } }),
  more('GET', '/notification/', 'Get notifications', { call: 'notifications.list', query: [limit(20), offset] }),
  more('GET', '/contact/space/{space_id}/', 'Get contacts of a workspace', { call: 'contacts.listInSpace', query: [limit(100), offset] }),

  authorization('GET', '/oauth/scope', 'Get scope', { call: 'authorization.scope', page: 'oauth-authorization/get-scope-342360687' }),
  authorization('POST', '/oauth/grant/invalidate', 'Invalidate grant', {
    call: 'authorization.invalidateGrant',
    notProxied: true,
    body: {},
    page: 'oauth-authorization/invalidate-grant-7997965',
  }),
];
