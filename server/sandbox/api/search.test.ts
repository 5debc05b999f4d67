import { beforeAll, describe, expect, it } from 'vitest';
import { allOfShape } from '../shapes/shapes.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

describe('search', () => {
  let sandbox: TestSandbox;
  let ada: TestCaller;
  let bugs: TestCaller;
  beforeAll(async () => {
    sandbox = new TestSandbox({ rateLimitPerHour: 100_000 });
    ada = await sandbox.asUser('ada');
    bugs = await sandbox.asApp(22119);
    await bugs.write('POST', '/item/app/22119/', {
      fields: { title: 'Quokka escapes', description: '<p>Over the <b>wombat</b> fence</p>' },
    });
    await ada.write('POST', '/item/app/22117/', { fields: { title: 'Feed the wombat', notes: 'quokka too' } });
  });

  it('finds all words in any case, titles before texts', async () => {
    const found = allOfShape('found', await ada.write('POST', '/search/org/1/', { query: 'QUOKKA wombat' }));
    expect(found.map(({ title }) => title).sort()).toEqual(['Feed the wombat', 'Quokka escapes']);
    const byTitle = await ada.write('POST', '/search/', { query: 'wombat' });
    expect(byTitle[0]).toMatchObject({ type: 'item', title: 'Feed the wombat', app: { app_id: 22117 }, space: { space_id: 4002 } });
  });

  it('stays within what is searched', async () => {
    expect(await bugs.write('POST', '/search/app/22119/', { query: 'wombat' })).toHaveLength(1);
    expect(await ada.write('POST', '/search/space/4002/', { query: 'quokka' })).toHaveLength(1);
  });

  it('finds comments, tasks and apps too, and can be narrowed to one type', async () => {
    const itemId = (await ada.read('/app/22119/item/3')).item_id;
    await ada.write('POST', `/comment/item/${itemId}/`, { value: 'an axolotl did it' });
    await ada.write('POST', `/task/item/${itemId}/`, { text: 'Ask the axolotl' });
    const types = (await ada.write('POST', '/search/', { query: 'axolotl' })).map(({ type }: { type: string }) => type);
    expect(types.sort()).toEqual(['comment', 'task']);
    expect(await ada.write('POST', '/search/', { query: 'axolotl', ref_type: 'task' })).toHaveLength(1);
    expect((await ada.write('POST', '/search/', { query: 'projects', ref_type: 'app' }))[0]).toMatchObject({ type: 'app', id: 22117 });
  });

  it('pages, at most 20 at once', async () => {
    const first = await bugs.write('POST', '/search/app/22119/', { query: 'search' });
    expect(first).toHaveLength(20);
    const next = await bugs.write('POST', '/search/app/22119/', { query: 'search', limit: 2, offset: 18 });
    expect(next.map(({ id }: { id: number }) => id)).toEqual(first.slice(18).map(({ id }: { id: number }) => id));
    expect((await bugs.post('/search/app/22119/', { query: 'search', limit: 21 })).statusCode).toBe(400);
  });

  it.each(['/search/v2/', '/search/org/1/v2/', '/search/space/4001/v2/', '/search/app/22119/v2/'])(
    'version 2 counts, at %s',
    async (path) => {
      const { counts, results } = await ada.read(`${path}?query=quokka&limit=5&highlights=1`);
      expect(counts.item).toBeGreaterThan(0);
      expect(allOfShape('found', results)[0]).toHaveProperty('highlight');
      expect(await ada.read(`${path}?query=quokka&counts=0`)).not.toHaveProperty('counts');
    },
  );

  it('needs words', async () => {
    expect((await ada.post('/search/', {})).statusCode).toBe(400);
    expect((await ada.get('/search/v2/')).statusCode).toBe(400);
  });

  it('of a workspace or of everything is not for apps, and no app searches another', async () => {
    for (const path of ['/search/', '/search/space/4001/', '/search/org/1/', '/search/app/22117/'])
      expect((await bugs.post(path, { query: 'x' })).statusCode).toBe(403);
  });
});
