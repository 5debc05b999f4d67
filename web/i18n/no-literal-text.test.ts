import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');

interface Node {
  type: string;
  [member: string]: unknown;
}

/** Attributes that people see or hear. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|content|summary|text|heading|name|page|confirm|busy|hint|error)$/;
/** A sign or a single letter is no word. */
const isWords = (text: string) => /\p{L}{2}/u.test(text);
const looksSpoken = (text: string) => isWords(text) && /^\p{Lu}|\s/u.test(text.trim());

/** Texts written into the markup of a component, where a dictionary should have them. */
function literals(source: string): string[] {
  const found: string[] = [];
  const walk = (node: Node, parent?: Node) => {
    if (node.type === 'JSXText' && isWords(String(node.value))) found.push(String(node.value).trim());
    if (node.type === 'JSXAttribute') attribute(node);
    if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute')
      for (const text of shown(node.expression as Node)) found.push(text);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, node);
  };
  const attribute = ({ name, value }: Node) => {
    if (!spoken.test(String((name as Node).name)) || !isNode(value)) return;
    const texts = value.type === 'JSXExpressionContainer' ? shown(value.expression as Node) : shown(value);
    found.push(...texts.filter(looksSpoken));
  };
  walk(parseSync('file.tsx', source, { lang: 'tsx' }).program as unknown as Node);
  return found;
}

/** The words of an expression's own literals: what it may show without asking a dictionary. */
function shown(node: Node): string[] {
  if (node.type === 'Literal') return [node.value].filter((value) => typeof value === 'string').filter(isWords);
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(isWords);
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap((side) => shown(side as Node));
  if (node.type === 'LogicalExpression') return shown(node.right as Node);
  return [];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const components = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'),
);

describe('a component', () => {
  it('finds its words in a dictionary', () => {
    const found = components.flatMap((name) => literals(readFileSync(join(web, name), 'utf8')).map((text) => `${name}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['text', '<p>Send it</p>', 'Send it'],
    ['a text in braces', '<p>{"Send"}</p>', 'Send'],
    ['either side of a choice', '<p>{busy ? "Sending" : words.send}</p>', 'Sending'],
    ['what stands around a value', '<p>{`Sent $' + '{count} times`}</p>', 'Sent'],
    ['a label', '<button aria-label="Send it" />', 'Send it'],
    ['a label in braces', '<button aria-label={busy && "Sending"} />', 'Sending'],
  ])('would be found with %s of its own', (_, markup, text) => {
    expect(literals(`const x = ${markup};`).join(' ')).toContain(text);
  });
});
