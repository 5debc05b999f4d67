import type { LeftOut, NumberedLine, Reason } from './import-lines.ts';

/** `BUGS_APP_ID=22119` or `export BUGS_APP_TOKEN="…"`: one half of an app. */
interface Half {
  line: NumberedLine;
  part: 'ID' | 'TOKEN';
  value: string;
}

export interface Pair {
  /** Both lines, under the number of the first. */
  line: NumberedLine;
  appId: string;
  appToken: string;
}

const half = /^(?:export\s+)?((?:\w+_)?)APP_(ID|TOKEN)\s*=\s*(.*)$/i;
const assignment = /^(?:export\s+)?[A-Za-z_]\w*\s*=/;

export const isAssignment = (text: string): boolean => assignment.test(text);

/** Puts the halves of each name together. A name that stands there twice is taken only where no half can be the wrong one. */
export function pairUp(lines: NumberedLine[]): { pairs: Pair[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const byName = new Map<string, Half[]>();
  for (const line of lines) {
    const [, name, part, value] = half.exec(line.text) ?? [];
    if (name === undefined || part === undefined || value === undefined) leftOut.push({ ...line, reason: { why: 'other-variable' } });
    else {
      const halves = byName.get(name.toUpperCase()) ?? [];
      halves.push({ line, part: part.toUpperCase() as Half['part'], value: unquote(value) });
      byName.set(name.toUpperCase(), halves);
    }
  }
  const pairs: Pair[] = [];
  for (const [name, halves] of byName) {
    const reason = whyNot(name, halves);
    if (reason) leftOut.push(...halves.map(({ line }) => ({ ...line, reason })));
    else for (let first = 0; first < halves.length; first += 2) pairs.push(pair(halves.slice(first, first + 2)));
  }
  return { pairs, leftOut };
}

/** Sound is: halves follow each other two by two, an id and a token each. */
function whyNot(name: string, halves: Half[]): Reason | undefined {
  const [only, second] = halves;
  if (only && !second) return { why: 'no-partner', missing: `${name}APP_${only.part === 'ID' ? 'TOKEN' : 'ID'}` };
  const alternate = halves.every(({ part }, index) => index % 2 === 0 || part !== halves[index - 1]?.part);
  return halves.length % 2 === 0 && alternate ? undefined : { why: 'twice' };
}

function pair(halves: Half[]): Pair {
  const valueAt = (wanted: Half['part']) => halves.find(({ part }) => part === wanted)?.value ?? '';
  const line = { line: halves[0]?.line.line ?? 0, text: halves.map(({ line: { text } }) => text).join('\n') };
  return { line, appId: valueAt('ID'), appToken: valueAt('TOKEN') };
}

/** As shells and dotenv read a value: quotes off, a comment after a space off. */
function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value)?.[2];
  return quoted ?? value.replace(/\s#.*$/, '').trim();
}
