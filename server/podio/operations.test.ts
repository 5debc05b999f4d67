import { describe, expect, it } from 'vitest';
import { operations } from './operations.ts';
import { findOperation } from './operations-lookup.ts';
import { readsOnly } from './reads-only.ts';
import { uploadForm } from './upload.ts';

describe.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))('%s', (_title, operation) => {
  it('is well-formed', () => {
    expect(['GET', 'POST', 'PUT', 'DELETE']).toContain(operation.method);
    expect(operation.path).toMatch(/^(?:\/(?:[a-z_0-9]+|\{[a-z_]+\}))+\/?$/);
    expect(operation.name).toMatch(/^[A-Z]\w.*[^.]$/);
    expect(operation.area).not.toBe('');
    if (operation.docs !== undefined) expect(operation.docs).toMatch(/^https:\/\/developers\.podio\.com\/doc\/[a-z-]+\/[a-z-]+-\d+$/);
    if (operation.method === 'GET' || operation.method === 'DELETE') expect(operation.body).toBeUndefined();
    else expect(operation.body !== undefined || operation.multipart !== undefined).toBe(true);
  });

  it('has a parameter for each of its braces, and says what each is', () => {
    const braces = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(braces);
    expect(inPath.every(({ required }) => required)).toBe(true);
    for (const { type, description } of operation.parameters) {
      expect(['integer', 'string', 'boolean']).toContain(type);
      expect(description).toMatch(/^[A-Z]\w+ .*[^.]$/);
    }
    expect(new Set(operation.parameters.map(({ name }) => name)).size).toBe(operation.parameters.length);
  });

  const called = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    operation.parameters.some((parameter) => parameter.name === name && parameter.type === 'integer') ? '7' : 'some-text',
  );
  const bare = called.replace(/\/$/, '');
  const forms = [bare, `${bare}/`, `${bare}?limit=1`];

  it('is found by its path, in both slash forms', () => {
    for (const path of forms) expect(findOperation(operation.method, path)).toBe(operation);
  });

  it('is known to read, or to change something', () => {
    for (const path of forms) expect(readsOnly(operation.method, path)).toBe(operation.reads);
  });
});

describe('the catalogue', () => {
  it('has each operation once', () => {
    const keys = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}').replace(/\/$/, '')}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has the two fields of an upload', async () => {
    const fields = [...(await uploadForm(new File(['x'], 'x.txt'))).keys()];
    const uploads = operations.filter(({ multipart }) => multipart);
    expect(uploads.map(({ path, multipart }) => [path, multipart])).toEqual([
      ['/file/', fields],
      ['/file/v2/', fields],
    ]);
  });

  it('says which operations the keyring does not pass on: those that hand out or end credentials', () => {
    for (const { path, notProxied = false } of operations)
      expect([path, notProxied]).toEqual([path, /^\/(?:oauth\/(?:token|authorize|grant)|app\/\{app_id\}\/token)/.test(path)]);
  });

  it('gives examples that leave empty only what may be', () => {
    const empty = (value: unknown, at: string): string[] => {
      if (typeof value !== 'object' || value === null) return value === '' || value === null ? [at] : [];
      const members = Object.entries(value);
      return members.length === 0 ? [at] : members.flatMap(([name, member]) => empty(member, `${at} ${name}`));
    };
    const found = operations.filter(({ body }) => body !== undefined).flatMap(({ call = '', body }) => empty(body, call));
    expect(found).toEqual([
      'apps.create fields',
      'items.filter filters',
      'tasks.complete',
      'tasks.incomplete',
      'hooks.requestVerification',
      'authorization.invalidateGrant',
    ]);
  });

  it('says what Podio takes for a parameter that is left out, but for those that then do nothing', () => {
    const optional = operations.flatMap(({ call, parameters }) =>
      parameters.filter(({ required }) => !required).map((parameter) => ({ ...parameter, at: `${call} ${parameter.name}` })),
    );
    expect(optional.filter((parameter) => parameter.default === undefined).map(({ at }) => at)).toEqual([
      'items.list sort_by',
      ...['org', 'space', 'app', 'responsible', 'reference', 'completed'].map((name) => `tasks.list ${name}`),
    ]);
    const kinds = { integer: 'number', string: 'string', boolean: 'boolean' };
    for (const { at, type, default: usual } of optional)
      if (usual !== undefined) expect([at, typeof usual, usual !== '']).toEqual([at, kinds[type], true]);
  });

  it.each([
    ['silent', false],
    ['hook', true],
    ['mark_as_viewed', true],
    ['include_inactive', false],
    ['limit', expect.any(Number)],
    ['offset', 0],
  ])('says that %s is %s where it is left out', (name, usual) => {
    const defaults = operations.flatMap(({ parameters }) => parameters.filter((one) => one.name === name).map((one) => one.default));
    expect(defaults.length).toBeGreaterThan(0);
    for (const one of defaults) expect(one).toEqual(usual);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(operations))).toEqual(operations);
  });
});

describe('findOperation', () => {
  it.each([
    ['GET', '/space/top/', '/space/top/'],
    ['GET', '/space/5', '/space/{space_id}'],
    ['GET', '/org/url?url=https://podio.com/acme', '/org/url'],
    ['GET', '/app/space/5/', '/app/space/{space_id}/'],
    ['GET', '/app/space/5/projects', '/app/space/{space_id}/{url_label}'],
    ['get', '/item/app/22117/count', '/item/app/{app_id}/count'],
    ['HEAD', '/user/status', '/user/status'],
    ['POST', '/search/app/1', '/search/app/{app_id}/'],
  ])('%s %s is %s', (method, path, expected) => {
    expect(findOperation(method, path)?.path).toBe(expected);
  });

  it.each([
    ['GET', '/item/abc'],
    ['GET', '/nothing'],
    ['PATCH', '/item/1'],
    ['GET', ''],
    ['GET', '/item/1/2/3'],
    ['GET', '/item//1'],
  ])('%s %s is none', (method, path) => {
    expect(findOperation(method, path)).toBeUndefined();
  });
});

describe('readsOnly', () => {
  it.each([
    ['GET', '/anything'],
    ['HEAD', '/anything'],
    ['POST', '/item/app/1/filter/'],
    ['POST', '/item/app/1/filter/2'],
    ['POST', '/item/app/22117/filter/30?limit=1'],
    ['POST', '/item/app/1/calculate'],
    ['POST', '/item/app/22117/calculate/?limit=1'],
    ['POST', '/search/'],
    ['post', '/search/space/1/'],
    ['POST', '/search/org/22/?counts=1'],
  ])('%s %s changes nothing', (method, path) => {
    expect(readsOnly(method, path)).toBe(true);
  });

  it.each([
    ['POST', '/item/app/1/'],
    ['POST', '/item/app/1/delete'],
    ['POST', '/item/app/1/filter/2/delete'],
    ['POST', '/item/app/1/calculate/x'],
    ['POST', '/item/app/1/?/search/'],
    ['POST', '/hook/search/'],
    ['POST', '/x/item/app/1/filter/'],
    ['POST', '/searches'],
    ['POST', '/oauth/grant/invalidate'],
    ['PUT', '/item/1'],
    ['DELETE', '/item/app/1/filter/'],
    ['PATCH', '/search/'],
    ['OPTIONS', '/item/1'],
    ['POST', '/unknown/filter/'],
  ])('%s %s may change something', (method, path) => {
    expect(readsOnly(method, path)).toBe(false);
  });
});
