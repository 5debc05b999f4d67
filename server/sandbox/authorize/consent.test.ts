import { describe, expect, it } from 'vitest';
import type { ScopeGrant } from '../scope.ts';
import { TestSandbox } from '../testing.ts';
import { grantedScope, pickableObjects } from './consent.ts';

const { store } = new TestSandbox().state;
const grants = (...permissions: [ScopeGrant['type'], number?][]) =>
  permissions.map(([type, id]) => ({ type, id, permission: 'read' })) as ScopeGrant[];
const asking = (scope: string, permissions: ScopeGrant[]) => ({ scope, permissions });

describe('what a person may open or keep shut', () => {
  it('is what the scope names without an id, of what they are in', () => {
    const labels = (...kinds: [ScopeGrant['type'], number?][]) => pickableObjects(grants(...kinds), 1, store).map(({ value }) => value);
    expect(labels(['org'])).toEqual(expect.arrayContaining([expect.stringMatching(/^org_\d+$/)]));
    expect(labels(['space'])).toContain('space_4001');
    expect(labels(['app'])).toContain('app_22119');
    expect([labels(['global']), labels(['app', 22119]), pickableObjects(grants(['app']), 999, store)]).toEqual([[], [], []]);
  });

  it('is granted as it was asked where everything was picked, else by the ids of what was', () => {
    const objects = [1, 2, 3].map((id) => ({ value: `space_${id}`, label: '' }));
    const request = asking('space:read user:read', grants(['space'], ['user']));
    expect(grantedScope(request, ['space_1', 'space_2', 'space_3'], objects)).toBe('space:read user:read');
    expect(grantedScope(request, ['space_2'], objects)).toBe('space_2:read user:read');
    expect(grantedScope(request, [], objects)).toBe('user:read');
    expect(grantedScope(asking('app_7:read space:read', grants(['app', 7], ['space'])), [], objects)).toBe('app_7:read');
    expect(grantedScope(asking('space:read', grants(['space'])), ['space_9'], objects), 'no object has the id 0').toBe('space_0:read');
    expect(grantedScope(asking('', []), [], objects)).toBe('');
  });
});
