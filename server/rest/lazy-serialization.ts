import { type SerializerFactory, SerializerSelector } from '@fastify/fast-json-stringify-compiler';

type Serialize = ReturnType<ReturnType<SerializerFactory>>;
const known = new Map<string, Serialize>();

/**
 * As fastify writes answers, fields that no schema names left out; but a schema is compiled when it is first used,
 * and once however many routes have it. Compiling all of them is most of the time of a start.
 */
export const lazySerialization: SerializerFactory = (external, options) => {
  const compile = SerializerSelector()(external, options);
  return (route) => {
    let serialize: Serialize | null = null;
    return (answer) => {
      serialize ??= compiled(JSON.stringify([route.schema, external]), () => compile(route));
      return serialize(answer);
    };
  };
};

function compiled(key: string, compile: () => Serialize): Serialize {
  const serialize = known.get(key) ?? compile();
  known.set(key, serialize);
  return serialize;
}
