import { describe, expect, it } from 'vitest';
import { changeView, defaultSort, readView, viewSearch } from './view-address.ts';

describe('the view of a list of items in its address', () => {
  it('is the first thirty, newest first, where the address says nothing', () => {
    expect(readView('')).toEqual({ page: 1, rows: 30, sort: { by: 'item', descending: true }, fields: undefined });
  });
  it('comes back as it was written', () => {
    const view = { page: 3, rows: 100, sort: { by: 'due-date', descending: true }, fields: ['title', 'status'] };
    expect(viewSearch(view)).toBe('?page=3&sort=-due-date&rows=100&fields=title,status');
    expect(readView(viewSearch(view))).toEqual(view);
  });
  it('keeps signs in a field id from meaning anything', () => {
    const view = { page: 1, rows: 30, sort: { by: 'a&b=c', descending: false }, fields: ['x&y'] };
    expect(readView(viewSearch(view))).toEqual(view);
  });
  it('leaves the defaults out', () => {
    expect(viewSearch(readView(''))).toBe('');
    expect(viewSearch({ page: 1, rows: 30, sort: { by: 'item', descending: false }, fields: undefined })).toBe('?sort=item');
  });
  it('tells no columns at all from the default ones', () => {
    expect(readView('?fields=').fields).toEqual([]);
    expect(viewSearch({ ...readView(''), fields: [] })).toBe('?fields=');
  });
  it.each(['?page=0', '?page=-2', '?page=1.5', '?page=x', '?rows=31', '?rows=', '?sort=', '?sort=-'])('takes %s as not said', (search) => {
    expect(readView(search)).toEqual(readView(''));
  });
  it('begins at the first page again when order or size change, but not with the columns', () => {
    const view = { ...readView(''), page: 4 };
    expect(changeView(view, { sort: defaultSort }).page).toBe(1);
    expect(changeView(view, { rows: 100 }).page).toBe(1);
    expect(changeView(view, { fields: ['x'] }).page).toBe(4);
    expect(changeView(view, { page: 5 }).page).toBe(5);
  });
});
