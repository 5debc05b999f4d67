import { type Operation, operations } from './operations.ts';

/**
 * The operation that a call is, with or without the final slash. Ids are numbers, so that no two fit: `/space/top/` is not `/space/{space_id}`.
 *
 * @param path as it is called, with values in place of the parameters; a query is not looked at
 * @returns undefined for what the catalogue does not know
 */
export function findOperation(method: string, path: string): Operation | undefined {
  const asked = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase();
  const called = withoutFinalSlash(path.replace(/[?#].*/s, ''));
  return matchers.find(({ operation, pattern }) => operation.method === asked && pattern.test(called))?.operation;
}

const matchers = operations.map((operation) => ({ operation, pattern: toPattern(operation) }));

function toPattern({ path, parameters }: Operation): RegExp {
  const isInteger = (name: string) => parameters.some((parameter) => parameter.name === name && parameter.type === 'integer');
  return new RegExp(`^${withoutFinalSlash(path).replaceAll(/\{(\w+)\}/g, (_, name: string) => (isInteger(name) ? '\\d+' : '[^/]+'))}$`);
}

function withoutFinalSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
