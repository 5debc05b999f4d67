import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Permission, parseScope, permits, type ScopeTarget } from './scope.ts';

const app: ScopeTarget = [
  { type: 'app', id: 22117 },
  { type: 'space', id: 4002 },
  { type: 'org', id: 1 },
];
const may = (scope: string, permission: Permission, target = app) => permits(parseScope(scope) ?? [], target, permission);

describe('scopes', () => {
  it.each(['global:all', 'user:read user:delete space:all', 'space_4002:read', '  app:write  org_1:delete '])('%j is one', (scope) => {
    expect(parseScope(scope)).toBeDefined();
  });

  it.each([
    '',
    ' ',
    'everything',
    'global',
    'space:manage',
    'item:read',
    'global_1:all',
    'user_1:read',
    'space_:read',
    'space:read,app:read',
  ])('%j is none', (scope) => {
    expect(parseScope(scope)).toBeUndefined();
  });

  it('reach down: from everything to organisations, to their workspaces, to their apps', () => {
    for (const scope of ['global:read', 'org:read', 'org_1:read', 'space_4002:read', 'app_22117:read'])
      expect(may(scope, 'read')).toBe(true);
    for (const scope of ['org_2:read', 'space_4001:read', 'app_22118:read', 'user:read']) expect(may(scope, 'read')).toBe(false);
  });

  it('do not reach up', () => {
    expect(
      may('app:all', 'read', [
        { type: 'space', id: 4002 },
        { type: 'org', id: 1 },
      ]),
    ).toBe(false);
  });

  it('keep the own account apart, but for global', () => {
    const account: ScopeTarget = [{ type: 'user', id: 1 }];
    expect(may('org:all space:all app:all', 'read', account)).toBe(false);
    expect(may('user:read', 'read', account)).toBe(true);
    expect(may('global:all', 'write', account)).toBe(true);
  });

  it('give what they name and no more: only "all" is more than one permission', () => {
    const permission = fc.constantFrom<Permission>('read', 'write', 'delete');
    fc.assert(
      fc.property(permission, permission, (given, asked) => {
        expect(may(`space:${given}`, asked)).toBe(given === asked);
        expect(may('space:all', asked)).toBe(true);
      }),
    );
  });
});
