import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { readingsAt, signingMeter } from './signing-meter.ts';
import type { TestSite } from './start-site.ts';

/** A station under the law on measuring: a signed session at connector 1, and another key than the pinned one at connector 2. */
export async function furnishEichrecht(site: TestSite) {
  const station = await site.station('EICH 1');
  const meter = signingMeter();
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const connectors = '/stations/EICH%201/connectors';
  await site.api.patch('/stations/EICH%201', { metering: { eichrecht: true, timeTariffsAllowed: false } });
  for (const connectorId of [1, 2]) {
    await station.ok('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available' });
    await site.api.post(`${connectors}/${connectorId}/meter-key`, { key: meter.publicKey, since });
  }
  const endsAt = Date.now();
  const startsAt = endsAt - 2 * 3_600_000;
  const timestamp = new Date(startsAt).toISOString();
  const begin = { connectorId: 1, idTag: 'CARD', meterStart: 2_935_600, timestamp };
  const { transactionId } = await station.ok('StartTransaction', begin);
  const record = meter.record(ocmfPayload({ readings: readingsAt(startsAt, endsAt) }));
  await station.ok('StopTransaction', {
    transactionId,
    meterStop: 2_965_100,
    timestamp: new Date().toISOString(),
    transactionData: [
      {
        timestamp: new Date().toISOString(),
        sampledValue: [{ value: record, format: 'SignedData', context: 'Transaction.End' }],
      },
    ],
  });
  const other = { connectorId: 2, publicKey: signingMeter().publicKey };
  await station.ok('DataTransfer', {
    vendorId: 'generalConfiguration',
    messageId: 'setMeterConfiguration',
    data: JSON.stringify({ meters: [other] }),
  });
  const [session] = (await site.api.get('/sessions?stationId=EICH%201')).json.items;
  await station.hangUp();
  return {
    listMeterKeys: ['/stations/EICH%201/meter-keys'],
    getSignedValues: [`/sessions/${session.id}/signed-values`],
    getTransparencyFile: [`/sessions/${session.id}/transparency-file`],
    judgeMeterKey: [`${connectors}/2/meter-key/wrong`, { note: 'Steckkarte der Nachbarsäule' }],
    pinMeterKey: [`${connectors}/2/meter-key`, { key: null, note: 'Zähler getauscht' }],
  } as const;
}
