import { type Serializer, type SerializerFactory, SerializerSelector } from '@fastify/fast-json-stringify-compiler';

/**
 * Fastify's own compiler of answers, which here compiles each shape once: the same few stand at every route, and to compile
 * them again for each took a twentieth of a start. For the option `schemaController.compilersFactory`.
 */
export const buildSerializer: SerializerFactory = (externalSchemas, options) => {
  const compile = SerializerSelector()(externalSchemas, options);
  const compiled = new Map<string, Serializer>();
  return (route) => {
    const shape = JSON.stringify(route.schema);
    const serializer = compiled.get(shape) ?? compile(route);
    compiled.set(shape, serializer);
    return serializer;
  };
};
