import { formatTimestamp } from '../v16/timestamp.ts';
import { type Connector, registerWh, type StationTransaction } from './connector.ts';
import type { MessageStore } from './message-store.ts';
import { sampleMeter } from './sample-meter.ts';
import type { SignedMeter } from './signed-meter.ts';

/** A session that happened before anybody listened, as a power curve. */
export interface PastSession {
  readonly connectorId: number;
  readonly idTag: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Power at a moment of the session, in W. */
  powerAt(at: number): number;
}

const STEP_MS = 60_000;
const SAMPLE_EVERY_STEPS = 15;

/** Writes the messages of a past session into the station's memory; the meter counts what flowed. */
export function recallSession(
  past: PastSession,
  connector: Connector,
  { store, meter: signer }: { readonly store: MessageStore; readonly meter: SignedMeter | undefined },
): void {
  const { connectorId, idTag, startedAt, endedAt } = past;
  const { meter } = connector;
  let wh = registerWh(meter, meter.countedAt);
  const meterStartWh = Math.floor(wh);
  const of: StationTransaction = { idTag, startedAt, meterStartWh, transactionId: undefined };
  const timestamp = formatTimestamp(startedAt);
  store.keep({
    kind: 'start',
    of,
    request: { connectorId, idTag, meterStart: meterStartWh, timestamp },
  });

  let at = startedAt;
  for (let step = 1; at < endedAt; step++) {
    const untilMs = Math.min(STEP_MS, endedAt - at);
    wh += (past.powerAt(at) * untilMs) / 3_600_000;
    at += untilMs;
    if (step % SAMPLE_EVERY_STEPS !== 0 || at >= endedAt) continue;
    const sample = sampleMeter({ at, registerWh: wh, powerW: past.powerAt(at), context: 'Sample.Periodic' });
    store.keep({ kind: 'values', of, request: { connectorId, meterValue: [sample] } });
  }

  meter.countedWh = wh;
  const request = { idTag, meterStop: Math.floor(wh), timestamp: formatTimestamp(endedAt) };
  const session = { idTag, startedAt, startWh: meterStartWh, endedAt, endWh: Math.floor(wh) };
  const sampledValue = signer === undefined ? [] : [signer.signedValue(session)];
  const signed = sampledValue.length > 0 && {
    transactionData: [{ timestamp: formatTimestamp(endedAt), sampledValue }],
  };
  store.keep({ kind: 'stop', of, request: { ...request, reason: 'EVDisconnected', ...signed } });
}
