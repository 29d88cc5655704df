/** The part of JSON schema that messages of OCPP 1.6 are written in. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

/** What is typed into a form: texts at the ends, whatever they are to become. */
export type Draft = string | readonly Draft[] | { readonly [field: string]: Draft };

export function emptyDraft(schema: JsonSchema): Draft {
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {});
    const required = new Set(schema.required);
    // What may be left out begins empty; what must be there, with its fields.
    return Object.fromEntries(
      fields.filter(([name]) => required.has(name)).map(([name, inner]) => [name, emptyDraft(inner)]),
    );
  }
  return schema.type === 'array'
    ? Array.from({ length: schema.minItems ?? 0 }, () => emptyDraft(schema.items ?? {}))
    : '';
}

/** The value that a draft stands for; undefined where nothing was filled in. A number that is none stays text. */
export function filledIn(schema: JsonSchema, draft: Draft | undefined): unknown {
  if (draft === undefined) return undefined;
  if (schema.type === 'object') return objectOf(schema, draft);
  if (schema.type === 'array')
    return isList(draft) ? draft.map((item) => filledIn(schema.items ?? {}, item) ?? '') : undefined;
  if (typeof draft !== 'string' || draft === '') return undefined;
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(draft);
  if (schema.type === 'boolean') return draft === 'true';
  return draft;
}

/** The draft that shows a value, as somebody has typed it as JSON. */
export function draftOf(value: unknown): Draft {
  if (Array.isArray(value)) return value.map(draftOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, draftOf(inner)]));
  return value === undefined || value === null ? '' : String(value);
}

export function fieldOf(draft: Draft | undefined, name: string): Draft | undefined {
  return isObject(draft) && Object.hasOwn(draft, name) ? draft[name] : undefined;
}

export function isList(draft: Draft | undefined): draft is readonly Draft[] {
  return Array.isArray(draft);
}

function isObject(draft: Draft | undefined): draft is { readonly [field: string]: Draft } {
  return typeof draft === 'object' && !Array.isArray(draft);
}

function objectOf(schema: JsonSchema, draft: Draft): Readonly<Record<string, unknown>> {
  const filled = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const value = filledIn(inner, fieldOf(draft, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}

/** With a decimal comma, too: it is how half of the readers write. */
function numberOf(text: string): unknown {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? text : number;
}
