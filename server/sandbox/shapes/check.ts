import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** @throws where the value is not of the form, with each place that differs */
export function check<Schema extends TSchema>(schema: Schema, value: unknown, name: string): asserts value is Static<Schema> {
  const problems = [...Value.Errors(schema, value)].map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  if (problems.length > 0) throw new Error(`not of the form of ${name}:\n${problems.slice(0, 10).join('\n')}`);
}
