import { pick, type Random } from '#ocpp/simulator/random.ts';
import { isNeverRefused } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import { type SoundCall, soundCall } from './sound-call.ts';

/** A message that was sound until something was done to it. */
export interface MutatedFrame {
  readonly text: string;
  /** The message id that an answer must carry; null where nobody can tell which call it was. */
  readonly answerTo: string | null;
  /** Whether a CALLERROR would make a station throw billing data away. */
  readonly neverRefused: boolean;
}

type Payload = SoundCall['payload'];
type Mutation = (call: SoundCall, random: Random) => MutatedFrame;

/** Takes a valid call of a station and breaks it, the same way for the same chance. */
export function mutatedFrame(random: Random, messageId: string): MutatedFrame {
  return pick(random, MUTATIONS)(soundCall(random, messageId), random);
}

/** The same call as it should be. */
export function soundFrame(random: Random, messageId: string): MutatedFrame {
  const call = soundCall(random, messageId);
  return answerable(call, call.payload);
}

/** Values that no schema expects. Text that begins with `raw:` goes into the frame as it is. */
const ODD_VALUES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  -1,
  0,
  0.5,
  'raw:1e400',
  'raw:-1e400',
  'raw:9007199254740993',
  'raw:{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  '',
  ' ',
  'x'.repeat(50_000),
  '\u0000\u0007\u001b[31m',
  '\u202Egnp.exe',
  '=HYPERLINK("http://example.org")',
  '<img src=x onerror=alert(1)>',
  '2026-02-30T25:61:61Z',
  '222222017-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 500 }, (_, index) => index),
  { a: { b: { c: { d: {} } } } },
];

/** How often each comes among forty. The large ones are the rarest: the journal keeps them whole. */
const MUTATIONS = weighted([
  [oddValue, 10],
  [bentValue, 12],
  [withoutField, 5],
  [strangeField, 3],
  [fieldTwice, 2],
  [oddEnvelope, 4],
  [truncated, 2],
  [depthBomb, 1],
  [longList, 1],
]);

function weighted(weights: readonly (readonly [Mutation, number])[]): readonly [Mutation, ...Mutation[]] {
  return [oddValue, ...weights.flatMap(([mutation, times]) => Array.from({ length: times }, () => mutation))];
}

function oddValue(call: SoundCall, random: Random): MutatedFrame {
  const payload = structuredClone(call.payload);
  const places = placesIn(payload);
  const place = places[Math.floor(random() * places.length)];
  if (place !== undefined) place.holder[place.name] = pick(random, ODD_VALUES);
  return answerable(call, payload);
}

/** A value that is nearly what it should be. */
function bentValue(call: SoundCall, random: Random): MutatedFrame {
  const payload = structuredClone(call.payload);
  const places = placesIn(payload);
  const place = places[Math.floor(random() * places.length)];
  if (place !== undefined) place.holder[place.name] = bent(place.holder[place.name], random);
  return answerable(call, payload);
}

function bent(value: unknown, random: Random): unknown {
  if (typeof value === 'string')
    return pick<unknown>(random, [
      value.repeat(1 + Math.floor(random() * 300)),
      value.toUpperCase(),
      value.toLowerCase(),
      ` ${value}\n`,
      value.slice(0, -1),
      `${value}\ud800`,
      Number(value),
      [value],
    ]);
  if (typeof value === 'number')
    return pick<unknown>(random, [
      String(value),
      `${value},5`,
      value + 0.5,
      -value,
      value * 1e12,
      2 ** 53,
      [value],
    ]);
  if (Array.isArray(value)) return pick<unknown>(random, [value[0], [value], [...value, ...value], []]);
  return pick<unknown>(random, [[value], JSON.stringify(value), null]);
}

function withoutField(call: SoundCall, random: Random): MutatedFrame {
  const payload = structuredClone(call.payload);
  const places = placesIn(payload);
  const place = places[Math.floor(random() * places.length)];
  if (place !== undefined) delete place.holder[place.name];
  return answerable(call, payload);
}

function strangeField(call: SoundCall, random: Random): MutatedFrame {
  const name = pick(random, [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'x'.repeat(9_000),
  ]);
  const value = JSON.stringify(pick(random, ODD_VALUES));
  const comma = Object.keys(call.payload).length === 0 ? '' : ',';
  const text = textOf(call, call.payload).replace('{', `{${JSON.stringify(name)}:${value}${comma}`);
  return { ...answerable(call, call.payload), text: unquoted(text) };
}

function fieldTwice(call: SoundCall, random: Random): MutatedFrame {
  const [name] = Object.keys(call.payload);
  if (name === undefined) return strangeField(call, random);
  const value = JSON.stringify(pick(random, ODD_VALUES));
  const text = textOf(call, call.payload).replace(/}]$/, `,"${name}":${value}}]`);
  return { ...answerable(call, call.payload), text: unquoted(text) };
}

function oddEnvelope({ messageId, action, payload }: SoundCall, random: Random): MutatedFrame {
  const frame = pick<unknown>(random, [
    [2, 4711, action, payload],
    [2, '', action, payload],
    [2, 'i'.repeat(300), action, payload],
    [2, null, action, payload],
    [2, { id: messageId }, action, payload],
    [2, messageId, { action }, payload],
    [2, messageId],
    [3, messageId, payload],
    [4, messageId, 'InternalError', 'none', {}],
    [9, messageId, action, payload],
    ['2', messageId, action, payload],
    { messageId, action, payload },
    'text',
    [],
    null,
  ]);
  return { text: JSON.stringify(frame), answerTo: null, neverRefused: false };
}

function truncated(call: SoundCall, random: Random): MutatedFrame {
  const text = textOf(call, call.payload);
  return { text: text.slice(0, Math.floor(random() * text.length)), answerTo: null, neverRefused: false };
}

function depthBomb(call: SoundCall, random: Random): MutatedFrame {
  const deep = pick(random, [
    '['.repeat(200_000),
    '{"a":'.repeat(50_000),
    `${'['.repeat(40)}${']'.repeat(40)}`,
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  ]);
  const { messageId, action } = call;
  return {
    text: `[2,"${messageId}","${action}",{"a":${deep}}]`,
    answerTo: messageId,
    neverRefused: isNeverRefused(action),
  };
}

/** More of everything than any station has. */
function longList(call: SoundCall, random: Random): MutatedFrame {
  const timestamp = formatTimestamp(Date.now());
  const moments = Math.floor(random() * 300);
  const meterValue = Array.from({ length: moments }, (_, index) => ({
    timestamp,
    sampledValue: [{ value: String(index) }, { value: 'not a number' }],
  }));
  return answerable({ ...call, action: 'MeterValues' }, { connectorId: 1, meterValue });
}

function answerable(call: SoundCall, payload: Payload): MutatedFrame {
  return {
    text: unquoted(textOf(call, payload)),
    answerTo: call.messageId,
    neverRefused: isNeverRefused(call.action),
  };
}

function textOf({ messageId, action }: SoundCall, payload: Payload): string {
  return JSON.stringify([2, messageId, action, payload]);
}

function unquoted(text: string): string {
  return text.replace(/"raw:((?:[^"\\]|\\.)*)"/g, (_, raw: string) => raw.replaceAll('\\"', '"'));
}

interface Place {
  readonly holder: Payload;
  readonly name: string;
}

/** Every field at every depth. Lists are objects with numbers for names. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Payload;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}
