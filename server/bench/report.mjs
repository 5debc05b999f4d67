import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const results = new URL('../../bench-results/', import.meta.url);

/** Whether a row keeps its goal; undefined where it has none. */
export function holds({ median, goal, skipped }) {
  if (!goal || skipped) return undefined;
  return goal.atLeast === undefined ? median <= goal.atMost : median >= goal.atLeast;
}

/** The machine that was measured on, in one sentence. */
export function machine() {
  const [first] = cpus();
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${first?.model.trim()}`;
}

/** All rows as Markdown: one table a group. */
export function markdown(title, rows) {
  const tables = [...grouped(rows)].map(([group, members]) =>
    [`### ${group}`, '', '| | median | middle half | goal | |', '| --- | ---: | ---: | ---: | --- |', ...members.map(line)].join('\n'),
  );
  return `## ${title}\n\n${machine()}.\n\n${tables.join('\n\n')}\n`;
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}

function line(row) {
  const { label, unit, median, low, high, goal, skipped } = row;
  if (skipped) return `| ${label} | – | | | skipped: ${skipped} |`;
  const say = (value) => `${value.toFixed(decimals[unit] ?? 0)} ${unit}`;
  const half = low === undefined || low === high ? '' : `${say(low)} – ${say(high)}`;
  const aim = goal ? (goal.atLeast === undefined ? `≤ ${goal.atMost} ${unit}` : `≥ ${goal.atLeast} ${unit}`) : '';
  const kept = holds(row);
  return `| ${label} | ${say(median)} | ${half} | ${aim} | ${kept === undefined ? '' : kept ? 'holds' : '**missed**'} |`;
}

const decimals = { '×': 2, s: 2, MB: 1, KB: 1, CLS: 3 };

/** Prints the tables, and writes them as Markdown and JSON. */
export function writeReport(name, title, rows) {
  const text = markdown(title, rows);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(`${name}.md`, results), text);
  writeFileSync(
    new URL(`${name}.json`, results),
    `${JSON.stringify({ title, machine: machine(), at: new Date().toISOString(), rows: rows.map((row) => ({ ...row, holds: holds(row) })) }, null, 2)}\n`,
  );
  const judged = rows.map(holds).filter((kept) => kept !== undefined);
  process.stdout.write(
    `\n${text}\n${judged.filter(Boolean).length} of ${judged.length} goals hold. Written to bench-results/${name}.md and ${name}.json.\n`,
  );
}
