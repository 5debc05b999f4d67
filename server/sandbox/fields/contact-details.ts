import { invalidValue } from '../errors.ts';
import { isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { containing } from './matchers.ts';

interface Typed {
  type: string;
  value: string;
}

function typed(fallback: string, isValid: (value: string) => boolean, rule: string): FieldType<Typed> {
  return {
    several: () => true,
    parse(written, { settings }) {
      const { type = fallback, value } = isObject(written) ? written : { value: written };
      if (typeof value !== 'string' || !isValid(value)) throw invalidValue(value, rule);
      const possible = settings?.possible_types;
      if (typeof type !== 'string' || (Array.isArray(possible) && !possible.includes(type)))
        throw invalidValue(type, `must be one of ${Array.isArray(possible) ? possible.join(', ') : 'the possible types'}`);
      return { type, value };
    },
    render: ({ type, value }) => ({ type, value }),
    text: ({ value }) => value,
    matcher: (wanted) => containing(wanted, ({ value }: Typed) => value),
  };
}

export const phone = typed('work', (value) => value.trim() !== '', 'must be string');
export const email = typed('work', (value) => /^[^\s@]+@[^\s@]+$/.test(value), 'must be an email address');
