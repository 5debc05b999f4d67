import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRichText, type RichNode, safeHref } from './rich-text.ts';

const textOf = (node: RichNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
const outline = (node: RichNode): unknown => (typeof node === 'string' ? node : [node.tag, ...node.children.map(outline)]);
const read = (html: string) => parseRichText(html).map(outline);

describe('rich text', () => {
  it('keeps paragraphs, emphasis and lists', () => {
    expect(read('<p>One <b>two</b> <i>three</i></p><ul><li>a</li><li>b</li></ul>')).toEqual([
      ['p', 'One ', ['strong', 'two'], ' ', ['em', 'three']],
      ['ul', ['li', 'a'], ['li', 'b']],
    ]);
  });
  it('reads text without tags, and signs that are no tags, as they are', () => {
    expect(read('a < b &amp; c > d &euro;')).toEqual([['p', 'a ', '<', ' b & c > d &euro;']]);
  });
  it('has no block in a paragraph and nothing but rows in a list, however tags are nested', () => {
    expect(read('<p>One<ul>two<p>three</p></ul>four')).toEqual([
      ['p', 'One'],
      ['ul', ['li', 'two', ['p', 'three']]],
      ['p', 'four'],
    ]);
    expect(read('<li>alone')).toEqual([['ul', ['li', 'alone']]]);
    expect(read('<ul><li>a<ul><li>b</ul><li>c</ul>')).toEqual([['ul', ['li', 'a', ['ul', ['li', 'b']]], ['li', 'c']]]);
  });
  it('makes headings bold paragraphs: those of the page are its own', () => {
    expect(read('<h1>Title</h1><h3>Part</h3>')).toEqual([
      ['heading', 'Title'],
      ['heading', 'Part'],
    ]);
  });
  it('leaves out paragraphs without text, scripts, styles and comments', () => {
    expect(read('<p><br></p><script>alert(1)</script><style>p{}</style><!-- x --><p>y</p><script>never closed')).toEqual([['p', 'y']]);
  });
  it('keeps the text of tags that it does not know', () => {
    expect(read('<font color="red">red</font><marquee>x</marquee>')).toEqual([['p', 'red', 'x']]);
  });
  it('says what a picture shows', () => {
    expect(read('<p>See <img src="https://example.com/a.png" alt="the chart"></p>')).toEqual([['p', 'See ', 'the chart']]);
  });
  it('links where an address leads somewhere, and nowhere else', () => {
    const [paragraph] = parseRichText('<a href="https://example.com/?a=1&amp;b=2" onclick="x()">here</a>');
    expect(paragraph?.children[0]).toEqual({ tag: 'a', href: 'https://example.com/?a=1&b=2', children: ['here'] });
    for (const href of [
      'javascript:alert(1)',
      'java&#10;script:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '/path',
    ])
      expect(read(`<a href="${href}">there</a>`), href).toEqual([['p', 'there']]);
  });
  it('does not nest deeper than a page can be drawn', () => {
    const depth = (node: RichNode): number => (typeof node === 'string' ? 0 : 1 + Math.max(0, ...node.children.map(depth)));
    const tree = parseRichText(`${'<b><blockquote>'.repeat(5_000)}deep`);
    expect(Math.max(...tree.map(depth))).toBeLessThan(60);
    expect(tree.map(textOf).join('')).toBe('deep');
  });
  it('takes time in proportion to its length, also for what was made to be slow', () => {
    const started = performance.now();
    for (const part of ['<a "', '<!--', '<a href=', '&#', "<p x='"]) parseRichText(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
  it('has safe addresses only, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<a href="',
      "<a href='",
      'javascript:',
      'https://x.y/',
      '">',
      "'>",
      '</a>',
      '<p>',
      '<ul>',
      '<li>',
      '&#106;',
      '<',
      '>',
      ' ',
      'x',
    );
    const hrefs = (node: RichNode): string[] => (typeof node === 'string' ? [] : [node.href ?? 'https:', ...node.children.flatMap(hrefs)]);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const href of parseRichText(parts.join('')).flatMap(hrefs)) expect(href).toMatch(/^https?:/);
      }),
    );
  });
});

describe('an address', () => {
  it('may be a page, a mail address or a telephone number', () => {
    expect(safeHref('mailto:a@b.dk')).toBe('mailto:a@b.dk');
    expect(safeHref('tel:+45')).toBe('tel:+45');
    expect(safeHref('not an address')).toBeUndefined();
  });
});
