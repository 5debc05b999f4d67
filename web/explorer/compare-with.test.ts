import { describe, expect, it } from 'vitest';
import { authentication } from '../testing.tsx';
import { compareWith } from './compare-with.ts';

const held = [
  authentication('app-1', 'One'),
  authentication('app-2', 'Two'),
  authentication('user-1', 'Ada'),
  authentication('user-2', 'Grace'),
];
const lastUsed = { 'app-2': 3, 'user-2': 2, 'user-1': 1 };

describe('whom to compare with', () => {
  it('is for an app the person used last', () => {
    expect(compareWith('app-1', '/app/1', held, lastUsed)).toBe('user-2');
  });
  it('is for a person the app that the path names, else who was used last', () => {
    expect(compareWith('user-1', '/item/app/1/filter/', held, lastUsed)).toBe('app-1');
    expect(compareWith('user-1', '/app/77', held, lastUsed)).toBe('app-2');
  });
  it('is nobody where nobody else is held', () => {
    expect(compareWith('app-1', '/app/1', held.slice(0, 1), lastUsed)).toBeUndefined();
  });
});
