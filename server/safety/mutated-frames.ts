import { pick, type Random } from '#ocpp/simulator/random.ts';
import { isNeverRefused } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';

/** A message that was sound until something was done to it. */
export interface MutatedFrame {
  readonly text: string;
  /** The message id that an answer must carry; null where nobody can tell which call it was. */
  readonly answerTo: string | null;
  /** Whether a CALLERROR would make a station throw billing data away. */
  readonly neverRefused: boolean;
}

type Payload = Record<string, unknown>;
type Mutation = (call: SoundCall, random: Random) => MutatedFrame;

interface SoundCall {
  readonly messageId: string;
  readonly action: string;
  readonly payload: Payload;
}

/** Takes a valid call of a station and breaks it, the same way for the same chance. */
export function mutatedFrame(random: Random, messageId: string): MutatedFrame {
  const [action, payload] = pick(random, soundRequests(random));
  return pick(random, MUTATIONS)({ messageId, action, payload }, random);
}

function soundRequests(random: Random): readonly [[string, Payload], ...[string, Payload][]] {
  const timestamp = formatTimestamp(Date.now() - Math.floor(random() * 3_600_000));
  const transactionId = Math.floor(random() * 50);
  const sampledValue = [
    { value: '1234.5', measurand: 'Energy.Active.Import.Register', unit: 'Wh', context: 'Sample.Periodic' },
    { value: '16', measurand: 'Current.Import', phase: 'L1', unit: 'A' },
  ];
  return [
    ['StartTransaction', { connectorId: 1, idTag: '04A2B3', meterStart: 1_000, timestamp }],
    ['StopTransaction', { transactionId, meterStop: 2_000, timestamp, reason: 'Local', idTag: '04A2B3' }],
    ['MeterValues', { connectorId: 1, transactionId, meterValue: [{ timestamp, sampledValue }] }],
    ['StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging', timestamp }],
    ['BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'Model' }],
    ['Authorize', { idTag: '04A2B3' }],
    ['DataTransfer', { vendorId: 'org.example', data: 'anything' }],
  ];
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

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  oddValue,
  oddValue,
  oddValue,
  oddValue,
  withoutField,
  withoutField,
  strangeField,
  fieldTwice,
  oddEnvelope,
  oddEnvelope,
  truncated,
  depthBomb,
  longList,
];

function oddValue(call: SoundCall, random: Random): MutatedFrame {
  const payload = structuredClone(call.payload);
  const places = placesIn(payload);
  const place = places[Math.floor(random() * places.length)];
  if (place !== undefined) place.holder[place.name] = pick(random, ODD_VALUES);
  return answerable(call, payload);
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
  const text = textOf(call, call.payload).replace('{', `{${JSON.stringify(name)}:${value},`);
  return { ...answerable(call, call.payload), text: unquoted(text) };
}

function fieldTwice(call: SoundCall, random: Random): MutatedFrame {
  const [name] = Object.keys(call.payload);
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
