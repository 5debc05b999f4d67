import { describe, expect, it } from 'vitest';
import type { StoredTask } from '../store.ts';
import { TestSandbox } from '../testing.ts';
import { renderByline, renderVia } from './byline.ts';
import { renderReference } from './reference.ts';
import { renderReferencedItem } from './referenced-item.ts';
import { groupOf, renderTask } from './task.ts';

const { state } = new TestSandbox();
const { store } = state;
const context = { store, origin: 'http://localhost:3001' };
const [item] = [...store.items.values()].filter(({ appId }) => appId === 22119);
if (!item) throw new Error('the sandbox has bugs');

describe('what something is about', () => {
  it('has a title and a link, whatever it is', () => {
    expect(renderReference({ type: 'item', id: item.itemId }, store)).toMatchObject({ title: item.title, data: { item_id: item.itemId } });
    expect(renderReference({ type: 'app', id: 22119 }, store)).toMatchObject({ title: 'Bugs', data: null });
    expect(renderReference({ type: 'space', id: 4001 }, store)).toMatchObject({ link: expect.stringContaining('https://podio.com/') });
  });

  it.each(['item', 'app', 'space', 'task'] as const)('has neither where it is gone: a %s', (type) => {
    expect(renderReference({ type, id: 999_999 }, store)).toEqual({ type, id: 999_999, title: null, link: null, data: null });
  });
});

describe('who did something', () => {
  it('has a name, and none where they are gone', () => {
    expect(renderByline({ type: 'user', id: 1 }, store)).toMatchObject({ name: 'Ada Lovelace', user_id: 1 });
    expect(renderByline({ type: 'user', id: 999 }, store)).toMatchObject({ name: '', last_seen_on: null });
    expect(renderByline({ type: 'app', id: 22119 }, store)).toMatchObject({ name: 'Bugs', avatar_type: 'icon' });
    expect(renderByline({ type: 'app', id: 999 }, store)).toMatchObject({ name: '', url: '' });
    expect(renderVia({ ref: { type: 'user', id: 1 }, clientId: 'somebody-else' })).toMatchObject({ id: 0, name: 'somebody-else' });
  });
});

describe('an item that others refer to', () => {
  it('is shown also where its app, its first revision and its files are gone', () => {
    const lost = { ...item, appId: 999_999, revisions: [], fileIds: [999_999] };
    expect(renderReferencedItem(lost, context)).toMatchObject({ app: null, space: null, initial_revision: null, files: [] });
  });
});

describe('a task', () => {
  const now = Date.parse('2026-05-05T12:00Z');
  const task = (more: Partial<StoredTask>) => ({ ...([...store.tasks.values()][0] as StoredTask), completedOn: null, ...more });

  it.each([
    [{ dueDate: null }, 'later'],
    [{ dueDate: '2026-05-04' }, 'overdue'],
    [{ dueDate: '2026-05-05' }, 'today'],
    [{ dueDate: '2026-05-06' }, 'tomorrow'],
    [{ dueDate: '2026-05-07' }, 'upcoming'],
    [{ dueDate: '2026-05-04', completedOn: now }, 'completed'],
  ])('%j is %s', (more, group) => expect(groupOf(task(more), now)).toBe(group));

  it('is due at its time, or at the end of its day, and knows who finished it', () => {
    const done = { completedOn: now, completedBy: { ref: { type: 'user' as const, id: 1 }, clientId: 'sandbox' }, fileIds: [999_999] };
    const shown = renderTask(
      task({ dueDate: '2026-05-05', dueTime: '10:00:00', ref: { type: 'item', id: item.itemId }, ...done }),
      context,
      now,
    );
    expect(shown).toMatchObject({ status: 'completed', completed_by: { name: 'Ada Lovelace' }, files: [], space_id: 4001 });
    expect(String(shown.due_on)).toMatch(/^2026-05-05 /);
    expect(renderTask(task({ dueDate: '2026-05-05', dueTime: null, ref: null, completedBy: null }), context, now)).toMatchObject({
      status: 'active',
      ref: null,
      space_id: null,
      completed_on: null,
    });
    expect(renderTask(task({ dueDate: null }), context, now).due_on).toBeNull();
  });
});
