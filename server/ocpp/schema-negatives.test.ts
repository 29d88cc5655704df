import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changed, fieldsOf, type Place, placesIn, schemaOf } from '#ocpp/foreign-schemas.ts';
import { type Action, actions, isNeverRefused } from '#ocpp/v16/actions.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

/** What a mistake, worked out from another implementation's schema and not from ours, leads to: the message is taken and the deviation counted, or the code of a CALLERROR. */
type Outcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'tolerated'; readonly deviation: string }
  | { readonly kind: 'refused'; readonly code: string };

interface Mistake {
  readonly name: string;
  /** Undefined leaves the field out. */
  readonly value: unknown;
  readonly outcome: Outcome;
}

const incoming = (Object.keys(actions) as Action[]).filter(
  (action) => actions[action].sender !== 'central-system',
);

const timestamp = new Date().toISOString();
const meterValue = [
  {
    timestamp,
    sampledValue: [
      {
        value: '1000',
        context: 'Sample.Periodic',
        format: 'Raw',
        measurand: 'Voltage',
        phase: 'L1',
        location: 'Outlet',
        unit: 'V',
      },
    ],
  },
];

/** Every field of every message a station may send. */
const whole: Readonly<Record<string, object>> = {
  Authorize: { idTag: 'CARD' },
  BootNotification: {
    chargePointVendor: 'V',
    chargePointModel: 'M',
    chargePointSerialNumber: 'S',
    chargeBoxSerialNumber: 'S',
    firmwareVersion: '1',
    iccid: '1',
    imsi: '1',
    meterType: 'T',
    meterSerialNumber: 'S',
  },
  DataTransfer: { vendorId: 'org.example', messageId: 'M', data: 'D' },
  DiagnosticsStatusNotification: { status: 'Idle' },
  FirmwareStatusNotification: { status: 'Idle' },
  Heartbeat: {},
  LogStatusNotification: { status: 'Idle', requestId: 1 },
  MeterValues: { connectorId: 1, transactionId: 1, meterValue },
  SecurityEventNotification: { type: 'ResetOrReboot', timestamp, techInfo: 'T' },
  SignCertificate: { csr: 'CSR' },
  SignedFirmwareStatusNotification: { status: 'Idle', requestId: 1 },
  StartTransaction: { connectorId: 1, idTag: 'CARD', meterStart: 0, reservationId: 1, timestamp },
  StatusNotification: {
    connectorId: 1,
    errorCode: 'NoError',
    status: 'Available',
    info: 'I',
    timestamp,
    vendorId: 'V',
    vendorErrorCode: 'E',
  },
  StopTransaction: {
    transactionId: 1,
    meterStop: 0,
    timestamp,
    idTag: 'CARD',
    reason: 'Local',
    transactionData: meterValue,
  },
};

/** Closed lists: another word would change what we do. */
const CLOSED = ['StatusNotification.status'];
/** Texts that identify somebody or lose their sense: kept whole up to this length, and never cut. */
const NEVER_CUT: Readonly<Record<string, number>> = { idTag: 36, csr: 10_000 };
/** Missing texts that some makes leave out. */
const MAY_BE_MISSING = ['chargePointVendor', 'chargePointModel'];
/** Registers of meters that count fractions of a Wh. */
const FRACTIONS = ['meterStart', 'meterStop'];

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ config: { stationMessagesPerSecond: 100_000 } });
});

afterAll(async () => {
  console.info(`${checked} mistakes, each with its code or its documented tolerance`);
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('the table knows every message of a station, and every field', () => {
  expect(Object.keys(whole).sort()).toEqual([...incoming].sort());
  for (const action of incoming) {
    const named = placesOf(action).map(({ path }) => path.filter((step) => step !== 0).join('.'));
    expect(named.sort()).toEqual([...fieldsOf(schemaOf(action, 'request'))].sort());
  }
});

let checked = 0;

describe('each mistake in each field gets its code or is tolerated as documented', () => {
  test.each(incoming)('%s', async (action) => {
    const station = await site.station(`S-${action}`);
    expect((await station.call(action, whole[action])).kind).toBe('result');
    for (const place of placesOf(action))
      for (const mistake of mistakesAt(action, place)) await check(station, action, { place, mistake });
    const extra: Mistake = { name: 'a field too many', value: 1, outcome: tolerated('unknown-field') };
    const place: Place = { path: ['unheardOf'], schema: {}, required: false };
    await check(station, action, { place, mistake: extra });
  });
});

async function check(
  station: TestStation,
  action: Action,
  { place, mistake }: { readonly place: Place; readonly mistake: Mistake },
): Promise<void> {
  checked += 1;
  const { outcome } = mistake;
  const about = `${action}.${place.path.join('.')}: ${mistake.name}`;
  const deviation = outcome.kind === 'tolerated' ? outcome.deviation : null;
  const before = deviation === null ? 0 : await seen(station, deviation);
  const answer = await station.call(action, changed(whole[action] ?? {}, place.path, mistake.value));
  if (outcome.kind === 'refused' && !isNeverRefused(action)) {
    expect(answer, about).toEqual({ kind: 'error', code: outcome.code });
    return;
  }
  expect(answer.kind, about).toBe('result');
  if (deviation !== null) expect(await seen(station, deviation), about).toBeGreaterThan(before);
}

async function seen({ id }: TestStation, deviation: string): Promise<number> {
  const { deviations } = (await site.api.get(`/stations/${id}`)).json;
  return deviations.find(({ kind }: { kind: string }) => kind === deviation)?.count ?? 0;
}

function mistakesAt(action: Action, place: Place): readonly Mistake[] {
  const { schema, path, required } = place;
  const field = String(path.at(-1));
  const inSample = path.includes('sampledValue') && path.length > 4;
  // One sample that cannot be read does not spoil the others.
  const refused = (code: string): Outcome =>
    inSample || (path.includes('sampledValue') && field === '0')
      ? tolerated('sample-unreadable')
      : { kind: 'refused', code };
  const mistakes: Mistake[] = [];
  const add = (name: string, value: unknown, outcome: Outcome) => mistakes.push({ name, value, outcome });

  const fillable = schema.format === 'date-time' || MAY_BE_MISSING.includes(field);
  const missing = fillable
    ? tolerated(schema.format === 'date-time' ? 'timestamp-missing' : 'text-missing')
    : refused('OccurenceConstraintViolation');
  if (typeof path.at(-1) === 'string') {
    add('missing', undefined, required ? missing : { kind: 'taken' });
    add('null', null, required && !fillable ? missing : tolerated('null-field'));
  }
  if (schema.type !== 'object') add('an object', {}, refused('TypeConstraintViolation'));
  if (schema.type === 'object' || schema.type === 'array')
    add('a word', 'word', refused('TypeConstraintViolation'));
  if (schema.type === 'integer') {
    add('a word', 'word', refused('TypeConstraintViolation'));
    add('a number as text', '1', tolerated('number-as-text'));
    add(
      'a fraction',
      1.5,
      FRACTIONS.includes(field) ? tolerated('fractional-register') : refused('TypeConstraintViolation'),
    );
  }
  if (schema.enum !== undefined)
    add(
      'a word that is not in the list',
      'Nonsense',
      CLOSED.includes(`${action}.${field}`)
        ? refused('PropertyConstraintViolation')
        : tolerated('unknown-value'),
    );
  else if (schema.format === 'date-time') {
    add('a time that is none', 'noon', tolerated('timestamp-unreadable'));
    add('a time without zone', '2026-06-01T12:00:00', tolerated('timestamp-without-zone'));
  } else if (schema.type === 'string') add('a number', 7, tolerated('text-as-number'));
  if (schema.maxLength !== undefined) {
    add('too long', 'x'.repeat(schema.maxLength + 1), tolerated('text-too-long'));
    const most = NEVER_CUT[field];
    add(
      'much too long',
      'x'.repeat((most ?? schema.maxLength * 4) + 1),
      most === undefined ? tolerated('text-too-long') : refused('PropertyConstraintViolation'),
    );
  }
  return mistakes;
}

function tolerated(deviation: string): Outcome {
  return { kind: 'tolerated', deviation };
}

function placesOf(action: Action): readonly Place[] {
  return placesIn(schemaOf(action, 'request'), whole[action]);
}
