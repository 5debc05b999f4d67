import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemField } from '../../podio/types.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

let bugs: TestCaller;
let projectId: number;
beforeAll(async () => {
  const sandbox = new TestSandbox({ rateLimitPerHour: 1_000_000 });
  bugs = await sandbox.asApp(22119);
  projectId = sandbox.state.store.itemsOf(22117).get(1)?.itemId ?? 0;
});

/** What is read in a field after a value was written to it. */
async function roundTrip(field: string, written: unknown): Promise<unknown[]> {
  const { item_id } = await bugs.write('POST', '/item/app/22119/', { fields: { title: 'x', [field]: written } });
  const { fields } = (await bugs.read(`/item/${item_id}`)) as { fields: ItemField[] };
  return fields.find(({ external_id }) => external_id === field)?.values ?? [];
}

describe('each type of field reads what clients write', () => {
  const eur = { value: '541.9870', currency: 'EUR' };
  const option = (id: number, text: string) => ({ value: expect.objectContaining({ id, text, status: 'active' }) });
  it.each<[field: string, written: unknown, read: unknown[]]>([
    ['description', '<p>Long</p>', [{ value: '<p>Long</p>' }]],
    ['description', [{ value: 'in a list' }], [{ value: 'in a list' }]],
    ['status', 2, [option(2, 'In progress')]],
    ['status', [2], [option(2, 'In progress')]],
    ['status', 'In progress', [option(2, 'In progress')]],
    ['status', [{ value: { id: 2, text: 'In progress' } }], [option(2, 'In progress')]],
    ['reproducible', 1, [{ value: { id: 1, text: 'Yes' } }]],
    ['owner', 101, [{ value: expect.objectContaining({ profile_id: 101, user_id: 1, name: 'Ada Lovelace' }) }]],
    [
      'owner',
      [101, { value: { profile_id: 102 } }],
      [{ value: expect.objectContaining({ profile_id: 101 }) }, { value: expect.objectContaining({ profile_id: 102 }) }],
    ],
    ['amount', { value: 541.987, currency: 'EUR' }, [eur]],
    ['amount', [{ value: '541.9870', currency: 'EUR' }], [eur]],
    ['amount', { value: '12345678901234567890.1', currency: 'EUR' }, [{ value: '12345678901234567890.1000', currency: 'EUR' }]],
    ['effort', 12.5, [{ value: '12.5000' }]],
    ['effort', '6513.5100', [{ value: '6513.5100' }]],
    ['effort', -3, [{ value: '-3.0000' }]],
    ['progress', 42, [{ value: 42 }]],
    ['progress', '100', [{ value: 100 }]],
    ['time-spent', 3600, [{ value: 3600 }]],
    ['labels', ['urgent', 'ui'], [{ value: 'urgent' }, { value: 'ui' }]],
    ['labels', [{ value: 'urgent' }], [{ value: 'urgent' }]],
    ['reporter-phone', [{ type: 'mobile', value: '+45 1' }], [{ type: 'mobile', value: '+45 1' }]],
    ['reporter-email', { type: 'home', value: 'a@b' }, [{ type: 'home', value: 'a@b' }]],
    ['link', 'https://example.com/', [{ embed: expect.objectContaining({ url: 'https://example.com/' }), file: null }]],
    ['link', { url: 'https://example.com/' }, [{ embed: expect.objectContaining({ hostname: 'example.com' }), file: null }]],
    ['screenshots', [800001], [{ value: expect.objectContaining({ file_id: 800001, mimetype: 'image/png' }) }]],
    ['place', 'Copenhagen', [expect.objectContaining({ value: 'Copenhagen', formatted: 'Copenhagen', city: null, map_in_sync: false })]],
    [
      'place',
      { street_address: 'Store Torv 1', city: 'Aarhus', lat: 56.1, lng: 10.2 },
      [expect.objectContaining({ value: 'Store Torv 1, Aarhus', map_in_sync: true })],
    ],
    ['effort', [], []],
    ['effort', null, []],
  ])('%s: %j', async (field, written, read) => {
    expect(await roundTrip(field, written)).toEqual(read);
  });

  it('app references are items, shown as they stand in other apps', async () => {
    for (const written of [projectId, [projectId], [{ value: { item_id: projectId } }]])
      expect(await roundTrip('project', written)).toMatchObject([
        { value: { item_id: projectId, app_item_id: 1, app: { app_id: 22117 }, space: { space_id: 4002 }, revision: 0 } },
      ]);
  });
});

describe('dates', () => {
  const timed = (start: string, startUtc: string) => ({
    start,
    start_date: start.slice(0, 10),
    start_time: start.slice(11),
    start_utc: startUtc,
    start_date_utc: startUtc.slice(0, 10),
    start_time_utc: startUtc.slice(11),
  });

  it.each<[written: unknown, start: string, startUtc: string]>([
    ['2016-06-24 15:00:00', '2016-06-24 15:00:00', '2016-06-24 13:00:00'],
    [{ start: '2016-01-24 15:00:00' }, '2016-01-24 15:00:00', '2016-01-24 14:00:00'],
    [{ start_utc: '2016-06-24 22:30:00' }, '2016-06-25 00:30:00', '2016-06-24 22:30:00'],
    [{ start_date: '2016-06-24', start_time: '15:00:00' }, '2016-06-24 15:00:00', '2016-06-24 13:00:00'],
    [{ start_date_utc: '2016-03-27', start_time_utc: '01:00:00' }, '2016-03-27 03:00:00', '2016-03-27 01:00:00'],
    [{ start_date_utc: '2016-03-27', start_time_utc: '00:59:59' }, '2016-03-27 01:59:59', '2016-03-27 00:59:59'],
    [{ start_utc: '2016-10-30 01:00:00' }, '2016-10-30 02:00:00', '2016-10-30 01:00:00'],
  ])('%j are local time with UTC beside it, through summer and winter', async (written, start, startUtc) => {
    expect(await roundTrip('seen', written)).toMatchObject([{ ...timed(start, startUtc), end: null }]);
  });

  it('without a time are days, the same in UTC', async () => {
    const day = {
      start: '2016-06-24 00:00:00',
      start_date: '2016-06-24',
      start_time: null,
      start_utc: '2016-06-24',
      start_date_utc: '2016-06-24',
      start_time_utc: null,
    };
    for (const written of ['2016-06-24', { start: '2016-06-24' }, { start_date: '2016-06-24' }, { start_utc: '2016-06-24' }])
      expect(await roundTrip('due', written)).toMatchObject([day]);
    expect(await roundTrip('due', '2016-06-24 23:30:00')).toMatchObject([day]);
  });

  it('may have an end', async () => {
    const [value] = await roundTrip('seen', { start: '2016-06-24 15:00:00', end: '2016-06-24 16:00:00' });
    expect(value).toMatchObject({ end: '2016-06-24 16:00:00', end_utc: '2016-06-24 14:00:00', end_time_utc: '14:00:00' });
    expect(await roundTrip('due', { start: '2016-06-24', end: '2016-06-25' })).toMatchObject([{ end: null }]);
  });
});

describe('each type of field refuses what it cannot hold, in Podio’s kind of words', () => {
  it.each<[field: string, written: unknown, description: string]>([
    ['title', 5, 'Invalid value 5 (integer): must be string'],
    ['title', ['a', 'b'], 'Invalid value [..] (array): title must not have more than one value'],
    ['status', 9, 'Invalid value 9 (integer): is not an option of this field'],
    ['status', [1, 2], 'Invalid value [..] (array): status must not have more than one value'],
    ['status', true, 'Invalid value true (boolean): must be integer'],
    ['reproducible', 3, 'Invalid value 3 (integer): is not an option of this field'],
    ['owner', 'Ada', 'Invalid value "Ada" (string): must be integer'],
    ['owner', 999, 'Invalid reference profile with id 999'],
    ['amount', 5, 'Invalid value 5 (integer): must be object'],
    ['amount', { value: 5 }, 'Invalid value null (null): must be a currency of three letters'],
    ['amount', { value: 5, currency: 'XYZ' }, 'Invalid value "XYZ" (string): must be one of EUR, DKK, USD'],
    ['amount', { value: 'much', currency: 'EUR' }, 'Invalid value "much" (string): must be number'],
    ['effort', 'much', 'Invalid value "much" (string): must be number'],
    ['effort', true, 'Invalid value true (boolean): must be number'],
    ['progress', 101, 'Invalid value 101 (integer): must not be greater than 100'],
    ['progress', -1, 'Invalid value -1 (integer): must not be less than 0'],
    ['progress', 1.5, 'Invalid value 1.5 (number): must be integer'],
    ['time-spent', '1h', 'Invalid value "1h" (string): must be integer'],
    ['due', 'tomorrow', 'Invalid value "tomorrow" (string): must be a date as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS'],
    ['due', '2025-02-30', 'Invalid value "2025-02-30" (string): must be a date of the calendar'],
    ['due', {}, 'Invalid value {..} (object): must have a start'],
    [
      'seen',
      { start: '2025-02-02', end: '2025-02-01' },
      'Invalid value "2025-02-01 00:00:00" (string): the end must not be before the start',
    ],
    ['project', 1, 'Invalid reference item with id 1'],
    ['project', 'x', 'Invalid value "x" (string): must be integer'],
    ['screenshots', 1, 'Invalid reference file with id 1'],
    ['link', 'nowhere', 'Invalid value "nowhere" (string): must be a URL'],
    ['link', { embed: 1 }, 'Invalid reference embed with id 1'],
    [
      'reporter-phone',
      [{ type: 'office', value: '1' }],
      'Invalid value "office" (string): must be one of mobile, work, home, main, work_fax, private_fax, other',
    ],
    ['reporter-email', [{ type: 'work', value: 'nobody' }], 'Invalid value "nobody" (string): must be an email address'],
    ['place', 5, 'Invalid value 5 (integer): must be string'],
    ['place', { value: 'x', lat: 91 }, 'Invalid value 91 (integer): must be a number from -90 to 90'],
    ['labels', [''], 'Invalid value "" (string): must be string'],
    ['amount-per-day', 5, 'Invalid value 5 (integer): calculation fields are read-only'],
  ])('%s: %j', async (field, written, description) => {
    const answer = await bugs.post('/item/app/22119/', { fields: { title: 'x', [field]: written } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error_description: description });
  });

  it('and names the field in the parameters', async () => {
    const answer = await bugs.post('/item/app/22119/', { fields: { title: 'x', progress: 101 } });
    expect(answer.json().error_parameters).toEqual({ field: 'progress' });
  });
});

describe('calculations', () => {
  const result = async (fields: object) => {
    const { item_id } = await bugs.write('POST', '/item/app/22119/', { fields: { title: 'x', ...fields } });
    return bugs.read(`/item/${item_id}/value/amount-per-day`);
  };

  it('follow from the other fields', async () => {
    expect(await result({ amount: { value: 10, currency: 'EUR' }, effort: 4 })).toEqual([{ value: '2.5000' }]);
  });

  it('have no value where one of them has none, or where they divide by zero', async () => {
    expect(await result({ effort: 4 })).toEqual([]);
    expect(await result({ amount: { value: 10, currency: 'EUR' }, effort: 0 })).toEqual([]);
  });
});
