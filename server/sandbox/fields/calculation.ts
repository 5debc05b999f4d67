import { invalidValue } from '../errors.ts';
import { isObject } from '../values.ts';
import { calculate } from './expression.ts';
import type { FieldType } from './field-type.ts';
import { number } from './numbers.ts';

/**
 * A number that follows from the others, by the arithmetic of `settings.expression`, as `@[Amount](field_200007) * 0.25`.
 * Podio runs JavaScript there; of that the sandbox knows numbers, fields, `+ - * /` and parentheses, and shows no value for anything else.
 */
export const calculation: FieldType<string> = {
  ...number,
  parse(written) {
    throw invalidValue(written, 'calculation fields are read-only');
  },
  compute({ values }, { settings }, fields) {
    if (typeof settings?.expression !== 'string') return [];
    const result = calculate(settings.expression, (fieldId) => {
      const field = fields.find((each) => each.fieldId === fieldId);
      const [value] = (field && values.get(field.fieldId)) ?? [];
      if (value === undefined) return undefined;
      const plain = Number(isObject(value) ? value.value : value);
      return Number.isFinite(plain) ? plain : undefined;
    });
    return result === undefined ? [] : [result.toFixed(4)];
  },
};
