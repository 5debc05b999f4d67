import { describe, expect, it } from 'vitest';
import type { AppField } from '../api/podio-wire.ts';
import { chosenColumns, columnsOf, effectiveSort, sortBody } from './columns.ts';

let nextId = 1;
const field = (type: string, external_id: string, more: Partial<AppField['config']> & { status?: string } = {}): AppField => {
  const { status = 'active', ...config } = more;
  return { field_id: nextId++, external_id, type, status, config: { label: external_id.toUpperCase(), ...config } };
};
const ids = (columns: { externalId: string }[]) => columns.map(({ externalId }) => externalId);

describe('the columns of an app', () => {
  it('follow the order of the app and leave out deleted and hidden fields', () => {
    const fields = [
      field('number', 'b', { delta: 2 }),
      field('text', 'a', { delta: 1 }),
      field('text', 'old', { status: 'deleted' }),
      field('text', 'secret', { hidden: true }),
    ];
    expect(ids(columnsOf({ fields }))).toEqual(['a', 'b']);
  });
  it('are by default six, without the title, long texts and pictures', () => {
    const fields = [
      field('text', 'title'),
      field('category', 'status'),
      field('text', 'description', { settings: { size: 'large' } }),
      field('image', 'screen'),
      ...['c', 'd', 'e', 'f', 'g', 'h'].map((id) => field('number', id)),
    ];
    expect(ids(chosenColumns({ fields }, undefined))).toEqual(['status', 'c', 'd', 'e', 'f', 'g']);
  });
  it('are those of the address, in its order, as far as the app has them', () => {
    const fields = [field('text', 'title'), field('number', 'n')];
    expect(ids(chosenColumns({ fields }, ['n', 'gone', 'title']))).toEqual(['n', 'title']);
    expect(chosenColumns({ fields }, [])).toEqual([]);
  });
  it('of an app without a definition are none', () => {
    expect(chosenColumns({}, undefined)).toEqual([]);
  });
});

describe('the order asked of Podio', () => {
  const columns = columnsOf({
    fields: [
      { field_id: 77, external_id: 'due', type: 'date' },
      { field_id: 78, external_id: 'tag', type: 'tag' },
    ],
  });

  it('names the field by its number', () => {
    expect(sortBody({ by: 'due', descending: true }, columns)).toEqual({ sort_by: 77, sort_desc: true });
  });
  it("is Podio's own for the newest first", () => {
    expect(sortBody({ by: 'item', descending: true }, columns)).toEqual({});
    expect(sortBody({ by: 'item', descending: false }, columns)).toEqual({ sort_by: 'app_item_id', sort_desc: false });
  });
  it('falls back to that for a field Podio cannot sort by, or that is gone', () => {
    for (const by of ['tag', 'gone']) {
      expect(sortBody({ by, descending: false }, columns)).toEqual({});
      expect(effectiveSort({ by, descending: false }, columns)).toEqual({ by: 'item', descending: true });
    }
  });
});
