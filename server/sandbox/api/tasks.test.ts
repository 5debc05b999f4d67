import { beforeEach, describe, expect, it } from 'vitest';
import { allOfShape, ofShape } from '../shapes/shapes.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

const ids = (tasks: { task_id: number }[]) => tasks.map(({ task_id }) => task_id);

describe('tasks', () => {
  let sandbox: TestSandbox;
  let ada: TestCaller;
  beforeEach(async () => {
    sandbox = new TestSandbox();
    ada = await sandbox.asUser('ada');
  });

  it('are made for oneself where nobody is named: one object', async () => {
    const task = ofShape(
      'task',
      await ada.write('POST', '/task/', { text: 'Call', due_date: '2027-01-05', due_time: '09:30', labels: ['urgent'] }),
    );
    expect(task).toMatchObject({
      text: 'Call',
      status: 'active',
      responsible: { type: 'user', id: 1 },
      due_date: '2027-01-05',
      due_time: '09:30:00',
      due_on: '2027-01-05 08:30:00',
      labels: [{ text: 'urgent' }],
      ref: null,
    });
  });

  it.each([[2], [{ type: 'user', id: 2 }], [{ type: 'profile', id: 102 }], [{ type: 'mail', id: 'grace@example.com' }]])(
    'are made for %j',
    async (responsible) => {
      expect(await ada.write('POST', '/task/', { text: 'Call', responsible })).toMatchObject({ responsible: { id: 2 } });
    },
  );

  it('are made one for each of several people: a list', async () => {
    const tasks = allOfShape('task', await ada.write('POST', '/task/', { text: 'Vote', responsible: [1, 2] }));
    expect(tasks.map(({ responsible }) => responsible.id)).toEqual([1, 2]);
  });

  it.each([
    {},
    { text: '' },
    { text: 'x', due_date: 'tomorrow' },
    { text: 'x', due_time: '9' },
    { text: 'x', private: 'yes' },
    { text: 'x', responsible: 9 },
    { text: 'x', responsible: 'ada' },
    { text: 'x', labels: 'urgent' },
  ])('refuse %j', async (body) => {
    expect((await ada.post('/task/', body)).statusCode).toBe(400);
  });

  it.each([[undefined], [[]], [{}]])('are completed and opened again with the body %j', async (body) => {
    const { task_id } = await ada.write('POST', '/task/', { text: 'Call' });
    expect((await ada.post(`/task/${task_id}/complete`, body)).statusCode).toBe(204);
    expect(await ada.read(`/task/${task_id}`)).toMatchObject({ status: 'completed', completed_by: { id: 1 }, group: 'completed' });
    await ada.post(`/task/${task_id}/incomplete`, body);
    expect(await ada.read(`/task/${task_id}`)).toMatchObject({ status: 'active', completed_on: null, completed_by: null });
  });

  it('are changed, given to others, and removed', async () => {
    const { task_id } = await ada.write('POST', '/task/', { text: 'Call', due_date: '2027-01-05' });
    expect(await ada.write('PUT', `/task/${task_id}`, { text: 'Write', due_date: null })).toMatchObject({ text: 'Write', due_date: null });
    await ada.write('POST', `/task/${task_id}/assign`, { responsible: 2 });
    const grace = await sandbox.asUser('grace');
    expect(await grace.read(`/task/${task_id}`)).toMatchObject({ responsible: { id: 2 } });
    expect((await grace.read('/notification/'))[0].notifications).toMatchObject([{ type: 'task', text: 'Write' }]);
    expect((await ada.delete(`/task/${task_id}`)).statusCode).toBe(204);
    expect((await ada.get(`/task/${task_id}`)).statusCode).toBe(410);
  });

  it('are listed: one’s own where no filter is given', async () => {
    const tasks = allOfShape('task', await ada.read('/task/'));
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.every(({ responsible }) => responsible.id === 1)).toBe(true);
  });

  it('are filtered by where they belong, whose they are, and when', async () => {
    const itemId = (await ada.read('/app/22117/item/1')).item_id;
    const mine = await ada.write('POST', `/task/item/${itemId}/`, { text: 'Plan', due_date: '2027-06-01' });
    expect(mine).toMatchObject({ ref: { type: 'item', id: itemId }, space_id: 4002 });
    const read = async (query: string) => ids(await ada.read(`/task/?${query}`));
    expect(await read('app=22117')).toEqual([mine.task_id]);
    expect(await read('space=4002')).toEqual([mine.task_id]);
    expect(await read(`reference=item:${itemId}`)).toEqual([mine.task_id]);
    expect((await read('org=1')).length).toBe(13);
    expect(await read('responsible=2')).not.toContain(mine.task_id);
    expect(await read('responsible=0&due_date=2027-01-01-2027-12-31')).toEqual([mine.task_id]);
    expect(await read('app=22119&completed=true')).toHaveLength(3);
    expect(await read('app=22119&sort_by=created_on&sort_desc=1&limit=1')).toEqual([700012]);
    for (const wrong of ['due_date=2027', 'responsible=ada', 'sort_by=colour', 'completed=maybe', 'limit=0'])
      expect((await ada.get(`/task/?app=22119&${wrong}`)).statusCode).toBe(400);
  });

  it('are summed up', async () => {
    await ada.write('POST', '/task/', { text: 'Long ago', due_date: '2020-01-01' });
    const { overdue, today, other } = await ada.read('/task/summary');
    expect(overdue.tasks.map(({ text }: { text: string }) => text)).toContain('Long ago');
    expect(overdue.total + today.total + other.total).toBe((await ada.read('/task/?responsible=1&completed=0')).length);
  });

  it('that are private show only to who made them and who is to do them', async () => {
    const itemId = (await ada.read('/app/22119/item/1')).item_id;
    const { task_id } = await ada.write('POST', `/task/item/${itemId}/`, { text: 'Secret', private: true });
    const grace = await sandbox.asUser('grace');
    expect((await grace.get(`/task/${task_id}`)).statusCode).toBe(403);
    expect(ids(await grace.read(`/task/?reference=item:${itemId}`))).not.toContain(task_id);
  });

  it('on its own items are open to an app; the overview is not', async () => {
    const bugs = await sandbox.asApp(22119);
    const itemId = (await bugs.read('/app/22119/item/1')).item_id;
    const { task_id } = await bugs.write('POST', `/task/item/${itemId}/`, { text: 'Fix', responsible: 2 });
    expect(await bugs.read(`/task/${task_id}`)).toMatchObject({ created_by: { type: 'app', id: 22119 } });
    expect((await bugs.get('/task/')).statusCode).toBe(403);
    expect((await bugs.post('/task/', { text: 'x' })).statusCode).toBe(403);
    expect((await (await sandbox.asApp(22117)).get(`/task/${task_id}`)).statusCode).toBe(403);
  });
});
