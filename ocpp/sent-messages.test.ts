import { RPCClient } from 'ocpp-rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StationConnection } from './connection.ts';
import { changed, fieldsOf, type Place, placesIn, type Schema, schemaOf } from './foreign-schemas.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { type Action, actions, isOutgoingAction, type OutgoingAction, type Request } from './v16/actions.ts';

const timestamp = '2026-11-21T12:00:00Z';
const outgoing = (Object.keys(actions) as Action[]).filter(isOutgoingAction);
const chargingProfile = {
  chargingProfileId: 1,
  transactionId: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxProfile',
  chargingProfileKind: 'Recurring',
  recurrencyKind: 'Daily',
  validFrom: timestamp,
  validTo: timestamp,
  chargingSchedule: {
    duration: 60,
    startSchedule: timestamp,
    chargingRateUnit: 'A',
    chargingSchedulePeriod: [{ startPeriod: 0, limit: 16.3, numberPhases: 3 }],
    minChargingRate: 6.1,
  },
};
const location = 'ftp://user:secret@192.168.1.2/file';
const retrying = { retries: 1, retryInterval: 60 };

/** Every field of every message that we may send. */
const whole: { readonly [A in OutgoingAction]: Request<A> | object } = {
  CancelReservation: { reservationId: 1 },
  CertificateSigned: { certificateChain: 'PEM' },
  ChangeAvailability: { connectorId: 0, type: 'Operative' },
  ChangeConfiguration: { key: 'K', value: 'V' },
  ClearCache: {},
  ClearChargingProfile: {
    id: 1,
    connectorId: 1,
    chargingProfilePurpose: 'TxProfile',
    stackLevel: 0,
  },
  DataTransfer: { vendorId: 'V', messageId: 'M', data: 'D' },
  DeleteCertificate: {
    certificateHashData: {
      hashAlgorithm: 'SHA384',
      issuerNameHash: 'a',
      issuerKeyHash: 'b',
      serialNumber: 'c',
    },
  },
  ExtendedTriggerMessage: { requestedMessage: 'SignChargePointCertificate', connectorId: 1 },
  GetCompositeSchedule: { connectorId: 1, duration: 60, chargingRateUnit: 'W' },
  GetConfiguration: { key: ['K'] },
  GetDiagnostics: { location, ...retrying, startTime: timestamp, stopTime: timestamp },
  GetInstalledCertificateIds: { certificateType: 'ManufacturerRootCertificate' },
  GetLocalListVersion: {},
  GetLog: {
    log: { remoteLocation: location, oldestTimestamp: timestamp, latestTimestamp: timestamp },
    logType: 'SecurityLog',
    requestId: 1,
    ...retrying,
  },
  InstallCertificate: { certificateType: 'CentralSystemRootCertificate', certificate: 'PEM' },
  RemoteStartTransaction: { connectorId: 1, idTag: 'CARD', chargingProfile },
  RemoteStopTransaction: { transactionId: 1 },
  ReserveNow: { connectorId: 0, expiryDate: timestamp, idTag: 'CARD', parentIdTag: 'P', reservationId: 1 },
  Reset: { type: 'Soft' },
  SendLocalList: {
    listVersion: 1,
    localAuthorizationList: [
      { idTag: 'CARD', idTagInfo: { expiryDate: timestamp, parentIdTag: 'P', status: 'Accepted' } },
    ],
    updateType: 'Full',
  },
  SetChargingProfile: { connectorId: 1, csChargingProfiles: chargingProfile },
  SignedUpdateFirmware: {
    requestId: 1,
    ...retrying,
    firmware: {
      location,
      retrieveDateTime: timestamp,
      installDateTime: timestamp,
      signingCertificate: 'PEM',
      signature: 'c2lnbmF0dXJl',
    },
  },
  TriggerMessage: { requestedMessage: 'MeterValues', connectorId: 1 },
  UnlockConnector: { connectorId: 1 },
  UpdateFirmware: { location, ...retrying, retrieveDate: timestamp },
};

let site: TestServer;
let station: RPCClient;
let connection: StationConnection;
const heard: string[] = [];

/** A station of another make that checks by its own schemas what it hears and what it answers. */
beforeAll(async () => {
  site = await startTestServer();
  const options = {
    endpoint: site.url.slice(0, -1),
    identity: 'STRICT',
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  };
  // Its types demand every option, its manual only these.
  station = new RPCClient(options as ConstructorParameters<typeof RPCClient>[0]);
  for (const action of outgoing)
    station.handle(action, async () => {
      heard.push(action);
      return exampleOf(schemaOf(action, 'response')) as object;
    });
  await station.connect();
  const [opened] = site.opened;
  if (opened === undefined) throw new Error('The station was not let in');
  connection = opened;
});

afterAll(async () => {
  await station.close();
  await site.server.close();
});

test('the table knows every message that we may send, and every field', () => {
  expect(Object.keys(whole).sort()).toEqual([...outgoing].sort());
  for (const action of outgoing) {
    const named = placesOf(action).map(({ path }) => path.filter((step) => step !== 0).join('.'));
    expect(new Set(named)).toEqual(new Set(fieldsOf(schemaOf(action, 'request'))));
  }
});

describe('what we send passes the checks of others, and what would not is never sent', () => {
  test.each(outgoing)('%s', async (action) => {
    expect(await send(action, whole[action])).toMatchObject({ kind: 'result' });
    const before = heard.length;
    for (const place of placesOf(action))
      for (const wrong of wrongValuesAt(place)) {
        const payload = changed(whole[action], place.path, wrong);
        const about = `${place.path.join('.')} = ${JSON.stringify(wrong)}`;
        await expect(send(action, payload), about).rejects.toThrow(`${action}.req`);
      }
    await expect(send(action, { ...whole[action], unheardOf: 1 })).rejects.toThrow('additional');
    expect(heard.length).toBe(before);
  });
});

function send(action: OutgoingAction, payload: unknown): Promise<unknown> {
  return connection.call(action, payload as never);
}

function placesOf(action: OutgoingAction): readonly Place[] {
  return placesIn(schemaOf(action, 'request'), whole[action]);
}

function wrongValuesAt({ schema, required, path }: Place): readonly unknown[] {
  const wrong: unknown[] = [null, schema.type === 'object' ? 'word' : {}];
  if (required && typeof path.at(-1) === 'string') wrong.push(undefined);
  if (schema.enum !== undefined || schema.format !== undefined) wrong.push('nonsense');
  if (schema.maxLength !== undefined) wrong.push('x'.repeat(schema.maxLength + 1));
  if (schema.type === 'integer') wrong.push('1', 1.5);
  if (schema.type === 'number') wrong.push('1', 0.05);
  return wrong;
}

/** The whole of a message, with the first of everything that may be chosen. */
function exampleOf(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(field)]),
      );
    case 'array':
      return [exampleOf(schema.items ?? {})];
    case 'string':
      return schema.format === 'date-time' ? timestamp : 'text';
    case 'boolean':
      return true;
    default:
      return 1;
  }
}
