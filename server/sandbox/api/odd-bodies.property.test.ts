import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { type TestCaller, TestSandbox } from '../testing.ts';

const writes: Record<string, string[]> = {
  'POST /item/app/22119/': ['fields', 'external_id', 'file_ids', 'tags', 'reminder'],
  'POST /item/app/22119/filter/': ['filters', 'sort_by', 'sort_desc', 'limit', 'offset', 'remember'],
  'PUT /user/profile': ['name', 'about', 'title', 'phone'],
  'POST /task/': ['text', 'description', 'private', 'due_date', 'due_time', 'responsible', 'labels', 'file_ids'],
  'POST /search/': ['query', 'limit', 'offset', 'ref_type'],
  'POST /space/': ['org_id', 'name', 'privacy'],
  'POST /app/22117/field/': ['type', 'config', 'external_id'],
  'PUT /app/22118': ['config', 'fields'],
  'POST /hook/app/22119/': ['url', 'type'],
  'POST /view/app/22119/': ['name', 'sort_by', 'sort_desc', 'filters'],
  'POST /embed/': ['url'],
};
const fields = ['title', 'status', 'owner', 'amount', 'due', 'seen', 'project', 'effort', 'amount-per-day', 'progress', 'time-spent'];
const further = [
  'reproducible',
  'labels',
  'screenshots',
  'link',
  'reporter-phone',
  'reporter-email',
  'place',
  'tags',
  'created_on',
  'created_by',
];
const names = fc.constantFrom(...fields, ...further, '__proto__', 'constructor', 'toString');

const plain = fc.oneof(fc.constantFrom(null, true, 0, -1, 1.5, 1e30, '', 'x', '-7d', '99999999999d', '2020-13-45', '\u0000'), fc.string());
const value = fc.oneof(
  plain,
  fc.array(plain, { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom('value', 'from', 'to', 'start', 'end', 'id', 'type', 'embed', 'currency', 'label', 'settings', 'options'),
    fc.oneof(plain, fc.array(plain)),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const byName = fc.dictionary(names, value, { maxKeys: 2 });

describe('whatever a body holds', () => {
  let ada: TestCaller;
  beforeAll(async () => {
    ada = await new TestSandbox({ rateLimitPerHour: 1_000_000 }).asUser('ada');
  });

  it.each(Object.entries(writes))('%s takes it, or refuses it in Podio’s form, and never fails itself', async (operation, members) => {
    const [method = '', url = ''] = operation.split(' ');
    const body = fc.oneof(
      { weight: 8, arbitrary: fc.dictionary(fc.constantFrom(...members), fc.oneof(value, byName)) },
      {
        weight: 2,
        arbitrary: byName.map((named) => ({
          title: 'x',
          fields: { title: 'x', ...named },
          filters: named,
          config: { label: 'x', name: 'x', ...named },
        })),
      },
      { weight: 1, arbitrary: value },
    );
    await fc.assert(
      fc.asyncProperty(body, async (written) => (await ada.send(method as 'POST' | 'PUT', url, written)).statusCode < 500),
      { numRuns: 100 },
    );
  });
});
