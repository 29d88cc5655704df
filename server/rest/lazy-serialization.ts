import { type SerializerFactory, SerializerSelector } from '@fastify/fast-json-stringify-compiler';

/**
 * As fastify writes answers, fields that no schema names left out; but a schema is compiled when it is first used.
 * Compiling all of them is most of the time of a start.
 */
export const lazySerialization: SerializerFactory = (external, options) => {
  const compile = SerializerSelector()(external, options);
  return (route) => {
    let serialize: ReturnType<typeof compile> | null = null;
    return (answer) => {
      serialize ??= compile(route);
      return serialize(answer);
    };
  };
};
