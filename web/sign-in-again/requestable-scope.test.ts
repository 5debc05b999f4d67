import { expect, it } from 'vitest';
import { requestableScope } from './requestable-scope.ts';

it('asks for what was granted, where that can be asked for', () => {
  expect(requestableScope('user:read user:delete space:all')).toBe('user:read user:delete space:all');
  expect(requestableScope('global:all')).toBe('global:all');
});

it('asks for nothing in particular where it cannot', () => {
  expect(requestableScope(null)).toBeUndefined();
  expect(requestableScope('')).toBeUndefined();
  expect(requestableScope('space_7:read')).toBeUndefined();
  expect(requestableScope(Array(12).fill('space:read').join(' '))).toBeUndefined();
});
