import { expect, it } from 'vitest';
import { buildSerializer } from './serializers.ts';

const shape = () => ({ type: 'object', properties: { id: { type: 'string' } } });
const route = (schema: object, httpStatus = '200') => ({ method: 'GET', url: '/', httpStatus, schema });

it('a shape is compiled once, wherever it stands', () => {
  const compile = buildSerializer();
  const serialize = compile(route(shape()));
  expect(compile(route(shape(), '201'))).toBe(serialize);
  expect(compile(route({ ...shape(), required: ['id'] }))).not.toBe(serialize);
});

it('an answer has what its shape names, and nothing else', () => {
  const serialize = buildSerializer()(route(shape()));
  expect(serialize({ id: 'app-1', accessToken: 'secret' })).toBe('{"id":"app-1"}');
});
