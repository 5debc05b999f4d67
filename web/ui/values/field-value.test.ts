import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../api/podio-wire.ts';
import { cellOf } from './field-value.ts';
import { valueFormat } from './value-format.ts';

const format = valueFormat('en');

function cell(type: string, values: FieldValue[], settings: Record<string, unknown> | null = null) {
  return cellOf({ field_id: 1, external_id: 'x', type, values, config: { settings } }, format);
}

describe('a field in a table cell', () => {
  it('reads a small text as it is, signs of HTML included', () => {
    expect(cell('text', [{ value: 'a <b and c> d' }], { size: 'small' }).text).toBe('a <b and c> d');
  });
  it('reads a large text without its HTML, paragraphs apart', () => {
    expect(cell('text', [{ value: '<p>One&nbsp;&amp; <b>two</b></p><p>three &#8364;</p>' }], { size: 'large' }).text).toBe(
      'One & two three €',
    );
  });
  it('trusts the format over the size', () => {
    expect(cell('text', [{ value: '<p>x</p>' }], { size: 'large', format: 'plain' }).text).toBe('<p>x</p>');
  });
  it('cuts more than 80 characters and keeps the whole beside it', () => {
    const { text, title } = cell('text', [{ value: 'word '.repeat(40) }], { size: 'small' });
    expect(text.length).toBeLessThanOrEqual(80);
    expect(text.endsWith('…')).toBe(true);
    expect(title).toBe('word '.repeat(40).trim());
  });
  it('does not cut a surrogate pair in two', () => {
    const { text } = cell('text', [{ value: '😀'.repeat(100) }], { size: 'small' });
    expect([...text]).toHaveLength(80);
    expect(text).not.toMatch(/[\ud800-\udfff]/u);
  });
  it('shows options as chips with their colours', () => {
    const options = [{ value: { id: 1, text: 'Open', color: 'DCEBD8' } }, { value: { id: 2, text: 'Urgent', color: 'javascript' } }];
    expect(cell('category', options)).toEqual({ text: 'Open, Urgent', chips: [{ text: 'Open', color: 'DCEBD8' }, { text: 'Urgent' }] });
  });
  it('shows tags as chips', () => {
    expect(cell('tag', [{ value: 'urgent' }, { value: 'red' }]).chips).toEqual([{ text: 'urgent' }, { text: 'red' }]);
  });
  it('writes money with its currency, from a decimal string', () => {
    expect(cell('money', [{ value: '1200.0000', currency: 'EUR' }])).toEqual({ text: '€1,200.00', quantity: true });
    expect(cell('money', [{ value: '5', currency: 'points' }]).text).toBe('5.00 points');
  });
  it('keeps every digit of a large number', () => {
    expect(cell('number', [{ value: '9007199254740993.5000' }]).text).toBe('9,007,199,254,740,993.5');
  });
  it("rounds a number to the field's decimals", () => {
    expect(cell('number', [{ value: '6513.5100' }], { decimals: 1 })).toEqual({ text: '6,513.5', quantity: true });
    expect(cell('number', [{ value: '6513.0000' }], { decimals: 2 }).text).toBe('6,513.00');
  });
  it('writes a day of the calendar, the same in every time zone', () => {
    expect(cell('date', [{ start: '2026-11-12', start_date: '2026-11-12', start_time: null }])).toEqual({ text: 'Nov 12, 2026' });
  });
  it('writes a span of days once where it can', () => {
    expect(cell('date', [{ start_date: '2026-11-12', end_date: '2026-11-14' }]).text).toMatch(/^Nov 12\s–\s14, 2026$/);
  });
  it('writes a moment in local time, with UTC beside it', () => {
    const value = { start: '2016-06-24 15:00:00', start_date: '2016-06-24', start_time: '15:00:00', start_utc: '2016-06-24 19:00:00' };
    const local = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
    expect(cell('date', [value])).toEqual({
      text: local.format(new Date('2016-06-24T19:00:00Z')),
      title: '2016-06-24 19:00:00 UTC',
    });
  });
  it('writes progress as a share', () => {
    expect(cell('progress', [{ value: 42 }])).toEqual({ text: '42%', quantity: true });
  });
  it('writes a duration in the units of its field', () => {
    expect(cell('duration', [{ value: 97_200 }], { fields: ['days', 'hours', 'minutes'] }).text).toBe('1 day 3 hr');
    expect(cell('duration', [{ value: 97_200 }], { fields: ['hours', 'minutes'] }).text).toBe('27 hr');
    expect(cell('duration', [{ value: 0 }]).text).toBe('0 min');
  });
  it('reads a calculation by what it returns', () => {
    expect(cell('calculation', [{ value: '111.0000' }], { return_type: 'number', unit: 'km', decimals: 0 })).toEqual({
      text: '111 km',
      quantity: true,
    });
    expect(cell('calculation', [{ value: '12 of 30' }], { return_type: 'text' })).toEqual({ text: '12 of 30' });
    expect(cell('calculation', [{ start: '2026-11-12 00:00:00', start_date: '2026-11-12' }], { return_type: 'date' }).text).toBe(
      'Nov 12, 2026',
    );
  });
  it('names people, items and files', () => {
    expect(cell('contact', [{ value: { name: 'Ada Lovelace' } }, { value: { name: 'Grace Hopper' } }]).text).toBe(
      'Ada Lovelace, Grace Hopper',
    );
    expect(cell('app', [{ value: { item_id: 5, title: 'Big project' } }]).text).toBe('Big project');
    expect(cell('image', [{ value: { file_id: 1, name: 'a.png' } }]).text).toBe('a.png');
    expect(cell('embed', [{ embed: { title: null, original_url: 'https://example.com/' }, file: null }]).text).toBe('https://example.com/');
  });
  it('shows phone and email with their kind beside them', () => {
    expect(cell('phone', [{ type: 'private_fax', value: '+45 1' }])).toEqual({ text: '+45 1', title: '+45 1 (private fax)' });
    expect(cell('email', [{ type: 'work', value: 'a@b.dk' }]).text).toBe('a@b.dk');
  });
  it('shows a place by its address', () => {
    expect(cell('location', [{ value: 'Vesterbro 1\nKøbenhavn', formatted: '' }]).text).toBe('Vesterbro 1 København');
  });
  it('shows a value of a type it does not know as it came', () => {
    expect(cell('hologram', [{ value: { depth: 3 } }]).text).toBe('{"depth":3}');
  });
  it.each(['text', 'category', 'date', 'money', 'contact', 'app', 'image', 'embed', 'calculation', 'location'])(
    'survives a %s value that is not as documented',
    (type) => {
      for (const value of [{}, { value: null }, { value: [] }, { value: 7 }, { embed: null }])
        expect(typeof cell(type, [value]).text).toBe('string');
    },
  );
  it('is empty without values', () => {
    expect(cell('text', [])).toEqual({ text: '' });
  });
});
