import { createRequire } from 'node:module';
import type { Action } from './v16/actions.ts';
import type { MessagePart } from './v16/validate.ts';

/** A schema of OCPP 1.6 as another implementation has it: tests hold ours against it. */
export interface Schema {
  readonly $id?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** One field of a payload, or one item of a list in it. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  readonly required: boolean;
}

/** The schema of a message, with every reference followed. */
export function schemaOf(action: Action, part: MessagePart): Schema {
  const id = `urn:${action}.${part === 'request' ? 'req' : 'conf'}`;
  const found = schemas.find(({ $id }) => $id === id);
  if (found === undefined) throw new Error(`There is no schema ${id}`);
  return followed(found, found);
}

/** Every place of a payload with its schema. */
export function placesIn(schema: Schema, value: unknown, path: Place['path'] = []): readonly Place[] {
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    const at = [...path, 0];
    return [{ path: at, schema: items, required: false }, ...placesIn(items, value[0], at)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = schema.properties?.[name] ?? {};
    const at = [...path, name];
    const required = schema.required?.includes(name) ?? false;
    return [{ path: at, schema: field, required }, ...placesIn(field, inner, at)];
  });
}

/** The names of all fields of a schema, those of list items behind those of their list. */
export function fieldsOf(schema: Schema, before = ''): readonly string[] {
  if (schema.type === 'array') return [before, ...fieldsOf(schema.items ?? {}, before)];
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = before === '' ? name : `${before}.${name}`;
    return [at, ...fieldsOf(field, at)];
  });
}

/** A copy of the payload with another value at one place. */
export function changed(payload: unknown, [step, ...further]: Place['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(payload)) return [changed(payload[0], further, value)];
  const holder = payload as Readonly<Record<string, unknown>>;
  return { ...holder, [step]: changed(holder[step], further, value) };
}

const schemas: readonly Schema[] = createRequire(import.meta.url)('ocpp-rpc/lib/schemas/ocpp1_6.json');

function followed(part: Schema, whole: Schema): Schema {
  const schema = part.$ref === undefined ? part : (whole.definitions?.[part.$ref.slice(14)] ?? part);
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: followed(items, whole) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, followed(field, whole)]),
          ),
        }),
  };
}
