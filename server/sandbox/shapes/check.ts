import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const compiled = new WeakMap<TSchema, Validator>();

function compile(schema: TSchema): Validator {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator;
}

/** @throws where the value is not of the form, with each place that differs */
export function check<Schema extends TSchema>(schema: Schema, value: unknown, name: string): asserts value is Static<Schema> {
  const validator = compile(schema);
  if (validator.Check(value)) return;
  const problems = [...validator.Errors(value)].map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  throw new Error(`not of the form of ${name}:\n${problems.slice(0, 10).join('\n')}`);
}
