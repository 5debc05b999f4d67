const indent = '  ';
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A JSON text with a member a line. Works on the text and not on its values: numbers that a double cannot hold, the
 * order of members and members named twice stay as they are. The text has to be JSON.
 */
export function prettyJson(text: string): string {
  const out: string[] = [];
  let depth = 0;
  let before = '';
  const line = () => `\n${indent.repeat(depth)}`;
  for (const [part] of text.matchAll(token)) {
    if (part === '}' || part === ']') {
      depth -= 1;
      if (before !== '{' && before !== '[') out.push(line());
    } else if (before === '{' || before === '[' || before === ',') {
      out.push(line());
    }
    out.push(part === ':' ? ': ' : part);
    if (part === '{' || part === '[') depth += 1;
    before = part;
  }
  return out.join('');
}
