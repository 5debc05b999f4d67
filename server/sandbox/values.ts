/** A JSON object, and not an array or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isInteger = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
