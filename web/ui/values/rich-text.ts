import { decodeEntities } from './plain-text.ts';

const blocks = ['p', 'pre', 'heading', 'ul', 'ol', 'li', 'blockquote', 'hr'] as const;
const inlines = ['strong', 'em', 'u', 's', 'code', 'sub', 'sup', 'a', 'br'] as const;
export type RichTag = (typeof blocks)[number] | (typeof inlines)[number];

/** Rich text taken apart: only tags that are known here, and of their attributes nothing but a link's safe address. */
export interface RichElement {
  tag: RichTag;
  /** Of a link: `http:`, `https:`, `mailto:` or `tel:`. */
  href?: string;
  children: RichNode[];
}
export type RichNode = string | RichElement;

/** What a tag of Podio's rich text becomes here; a tag that is missing leaves its content. */
const known: Record<string, RichTag> = {
  ...Object.fromEntries([...blocks, ...inlines].map((tag) => [tag, tag])),
  ...Object.fromEntries(['div', 'tr', 'section', 'article', 'dt', 'dd', 'figure'].map((tag) => [tag, 'p' as const])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading' as const])),
  b: 'strong',
  i: 'em',
  ins: 'u',
  del: 's',
  strike: 's',
  tt: 'code',
};
delete known.heading;

/** Their content is no text for people. */
const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
  'select',
  'textarea',
]);
const deepest = 40;
// Quoted values may hold no angle bracket here: so each start is looked at once, however the text was made.
const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)((?:"[^"<>]*"|'[^'<>]*'|[^<>"'])*)>|[^<]+|</gi;

/** Reads Podio's rich text (HTML). The browser's own parser is a script sink that our policy forbids. */
export function parseRichText(html: string): RichElement[] {
  const reader = new Reader();
  let skipping: string | undefined;
  for (const [whole, slash, rawName, attributes = ''] of html.matchAll(token)) {
    const name = rawName?.toLowerCase();
    if (skipping !== undefined) {
      if (slash && name === skipping) skipping = undefined;
    } else if (name === undefined) {
      if (!whole.startsWith('<!--')) reader.text(decodeEntities(whole));
    } else if (dropped.has(name)) {
      if (!slash && !attributes.endsWith('/')) skipping = name;
    } else if (slash) {
      reader.close(known[name]);
    } else {
      open(reader, name, attributes);
    }
  }
  return reader.root.children.filter((node) => typeof node !== 'string').filter(hasContent);
}

function open(reader: Reader, name: string, attributes: string): void {
  const tag = known[name];
  if (name === 'img') reader.text(attribute(attributes, 'alt'));
  else if (name === 'td' || name === 'th') reader.text(' ');
  else if (tag === 'br' || tag === 'hr') reader.leaf(tag);
  else if (tag === 'a') reader.open(tag, safeHref(attribute(attributes, 'href')));
  else if (tag) reader.open(tag);
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

/** An address that can do no more than lead somewhere; undefined for any other. */
export function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address.trim());
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined; // relative, or no address at all
  }
}

const isBlock = (tag: string) => (blocks as readonly string[]).includes(tag);
const holdsBlocks = (tag: string) => tag === 'root' || tag === 'blockquote' || tag === 'li';
const isList = (tag: string) => tag === 'ul' || tag === 'ol';

interface Root {
  tag: 'root';
  children: RichNode[];
}

/** Builds the tree so that what nests in it may nest in a page: no block in a paragraph, nothing but rows in a list. */
class Reader {
  readonly root: Root = { tag: 'root', children: [] };
  readonly #open: (Root | RichElement)[] = [this.root];

  get #top(): Root | RichElement {
    return this.#open.at(-1) ?? this.root;
  }

  text(text: string): void {
    const blank = text.trim() === '';
    if (text === '' || (blank && (this.#top.tag === 'root' || this.#top.tag === 'blockquote' || isList(this.#top.tag)))) return;
    this.#toInline();
    this.#top.children.push(text);
  }

  leaf(tag: 'br' | 'hr'): void {
    if (tag === 'hr') this.#toBlocks();
    else this.#toInline();
    this.#top.children.push({ tag, children: [] });
  }

  open(tag: RichTag, href?: string): void {
    if (tag === 'a' && href === undefined) return;
    if (tag === 'a') this.close('a');
    if (tag === 'li') this.#toList();
    else if (isBlock(tag)) this.#toBlocks();
    else this.#toInline();
    this.#push(tag, href);
  }

  close(tag: RichTag | undefined): void {
    const index = this.#open.findLastIndex((element) => element.tag === tag);
    if (index > 0) this.#open.length = index;
  }

  #push(tag: RichTag, href?: string): void {
    if (this.#open.length > deepest) return;
    const element: RichElement = { tag, ...(href !== undefined && { href }), children: [] };
    this.#top.children.push(element);
    this.#open.push(element);
  }

  /** Text and what is in its line stand in a paragraph or a row. */
  #toInline(): void {
    if (isList(this.#top.tag)) this.#push('li');
    else if (this.#top.tag === 'root' || this.#top.tag === 'blockquote') this.#push('p');
  }

  /** Leaves the paragraph that is open: a block begins after it. */
  #toBlocks(): void {
    while (!holdsBlocks(this.#top.tag) && !isList(this.#top.tag)) this.#open.pop();
    if (isList(this.#top.tag)) this.#push('li');
  }

  /** Leaves what is open in the innermost list; where there is none, begins one. */
  #toList(): void {
    const index = this.#open.findLastIndex(({ tag }) => isList(tag));
    if (index > 0) {
      this.#open.length = index + 1;
      return;
    }
    this.#toBlocks();
    this.#push('ul');
  }
}

const hasContent = (node: RichNode): boolean =>
  typeof node === 'string' ? node.trim() !== '' : node.tag === 'hr' || node.children.some(hasContent);
