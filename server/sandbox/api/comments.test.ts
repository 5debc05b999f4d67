import { beforeEach, describe, expect, it } from 'vitest';
import { allOfShape, ofShape } from '../shapes/shapes.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

describe('comments', () => {
  let sandbox: TestSandbox;
  let bugs: TestCaller;
  let itemId: number;
  beforeEach(async () => {
    sandbox = new TestSandbox();
    bugs = await sandbox.asApp(22119);
    itemId = (await bugs.read('/app/22119/item/1')).item_id;
  });
  const say = (caller: TestCaller, value: string, further: object = {}) =>
    caller.write('POST', `/comment/item/${itemId}/`, { value, ...further });

  it('are added, listed, read, changed and removed', async () => {
    const { comment_id } = ofShape('comment', await say(bugs, 'First', { external_id: 'c1' }));
    await say(bugs, 'Second');
    const list = allOfShape('comment', await bugs.read(`/comment/item/${itemId}`));
    expect(list.map(({ value }) => value)).toEqual(['First', 'Second']);
    expect((await bugs.read(`/comment/item/${itemId}/?limit=1&offset=1`))[0].value).toBe('Second');
    await bugs.write('PUT', `/comment/${comment_id}`, { value: 'Changed' });
    expect(await bugs.read(`/comment/${comment_id}`)).toMatchObject({
      value: 'Changed',
      external_id: 'c1',
      created_by: { type: 'app', id: 22119 },
      last_edit_on: expect.any(String),
    });
    expect((await bugs.delete(`/comment/${comment_id}`)).statusCode).toBe(204);
    expect((await bugs.get(`/comment/${comment_id}`)).statusCode).toBe(410);
  });

  it('stand in the item, and move it up in lists by activity', async () => {
    await say(bugs, 'Here');
    expect((await bugs.read(`/item/${itemId}`)).comments).toMatchObject([{ value: 'Here' }]);
    const { items } = await bugs.write('POST', '/item/app/22119/filter/', { sort_by: 'activity', limit: 1 });
    expect(items[0]).toMatchObject({ item_id: itemId, comment_count: 1 });
  });

  it('may carry a link', async () => {
    expect(await say(bugs, 'See', { embed_url: 'https://example.com/x' })).toMatchObject({ embed: { url: 'https://example.com/x' } });
    expect((await bugs.post(`/comment/item/${itemId}/`, { value: 'See', embed_id: 1 })).json()).toMatchObject({
      error: 'not_found',
      error_description: 'Invalid reference embed with id 1',
    });
  });

  it.each([{}, { value: '' }, { value: 5 }, { value: 'x', file_ids: [1] }, { value: 'x', external_id: 5 }])('refuse %j', async (body) => {
    expect((await bugs.post(`/comment/item/${itemId}/`, body)).statusCode).toBe(400);
  });

  it('are changed by their author only', async () => {
    const { comment_id } = await say(bugs, 'Mine');
    const ada = await sandbox.asUser('ada');
    expect(await ada.read(`/comment/${comment_id}`)).toMatchObject({ value: 'Mine' });
    const answer = await ada.put(`/comment/${comment_id}`, { value: 'Hers' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error_description).toContain('does not have the right update on comment');
  });

  it('are closed with their item', async () => {
    const { comment_id } = await say(bugs, 'Inside');
    const projects = await sandbox.asApp(22117);
    expect((await projects.get(`/comment/item/${itemId}/`)).statusCode).toBe(403);
    expect((await projects.get(`/comment/${comment_id}`)).statusCode).toBe(403);
    expect((await projects.get('/comment/1')).statusCode).toBe(404);
    expect((await bugs.get(`/comment/user/1/`)).statusCode).toBe(400);
  });

  it('tell the person whose item it is, once, unless they said it themselves or silently', async () => {
    const ada = await sandbox.asUser('ada');
    const grace = await sandbox.asUser('grace');
    await say(grace, 'Is this fixed?');
    await say(ada, 'Yes');
    await grace.write('POST', `/comment/item/${itemId}/?silent=true`, { value: 'psst' });
    const groups = allOfShape('notificationGroup', await ada.read('/notification/'));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.notifications).toMatchObject([{ type: 'comment', text: 'Is this fixed?' }]);
    expect(await ada.read('/user/status')).toMatchObject({ inbox_new: 1 });
    await ada.write('POST', `/notification/${groups[0]?.notifications[0]?.notification_id}/viewed`);
    expect(await ada.read('/notification/inbox/new/count')).toEqual({ new: 0 });
    expect(await ada.read('/notification/?viewed=0')).toEqual([]);
  });
});
