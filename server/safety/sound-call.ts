import { pick, type Random } from '#ocpp/simulator/random.ts';
import { type Action, actions } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';

/** A call as a decent station makes it. */
export interface SoundCall {
  readonly messageId: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
}

/** Makes up a valid call of any action that stations may send, the same one for the same chance. */
export function soundCall(random: Random, messageId: string): SoundCall {
  const action = pick(random, incoming);
  // The request of every action is an object.
  const payload = exampleOf(actions[action].request, '', random) as Record<string, unknown>;
  return { messageId, action, payload };
}

/** As much of a schema as the grammar of messages takes. */
interface Schema {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly format?: unknown;
  readonly maxLength?: unknown;
  readonly items?: unknown;
  readonly properties?: unknown;
  readonly required?: unknown;
}

const [first, ...others] = (Object.keys(actions) as Action[]).filter(
  (action) => actions[action].sender !== 'central-system',
);
if (first === undefined) throw new Error('No station says anything');
/** Billing data is what matters most, so it comes more often. */
const incoming = [
  first,
  ...others,
  ...(['StartTransaction', 'StopTransaction', 'MeterValues', 'MeterValues'] as const),
] as const;

/** What makes a message about something that there is. */
const USUAL: Readonly<Record<string, (random: Random) => unknown>> = {
  connectorId: (random) => 1 + Math.floor(random() * 2),
  transactionId: (random) => Math.floor(random() * 50),
  idTag: () => '04A2B3',
  meterStart: () => 1_000,
  meterStop: () => 2_000,
  value: (random) => (random() * 10_000).toFixed(1),
  measurand: () => 'Energy.Active.Import.Register',
  unit: () => 'Wh',
  format: () => 'Raw',
};

function exampleOf(schema: Schema, name: string, random: Random): unknown {
  const usual = USUAL[name];
  if (usual !== undefined) return usual(random);
  if (Array.isArray(schema.enum)) return schema.enum[Math.floor(random() * schema.enum.length)];
  switch (schema.type) {
    case 'object':
      return objectOf(schema, random);
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        exampleOf(schema.items as Schema, name, random),
      );
    case 'integer':
      return Math.floor(random() * 1_000);
    case 'string':
      if (schema.format === 'date-time')
        return formatTimestamp(Date.now() - Math.floor(random() * 3_600_000));
      return 'anything '.repeat(20).slice(0, 1 + Math.floor(random() * Number(schema.maxLength ?? 40)));
    default:
      throw new Error(`No example of ${String(schema.type)}`);
  }
}

function objectOf({ properties, required }: Schema, random: Random): object {
  const wanted: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.fromEntries(
    Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>)
      .filter(([name]) => wanted.includes(name) || random() < 0.5)
      .map(([name, field]) => [name, exampleOf(field, name, random)]),
  );
}
