import { formatTimestamp } from '../v16/timestamp.ts';
import type { ChargePoint } from './charge-point.ts';

/** What an oddity is acted out with. The station must be online. */
export interface Stage {
  readonly station: ChargePoint;
  readonly idTag: string;
  /** The moment at which it happens, in ms UTC. */
  readonly now: number;
}

/**
 * Things that real stations do (reliability list of odd chargers). Each one resolves when everything was sent;
 * what the central system makes of it is for the test to see.
 */
export const oddities = {
  /** EVerest#907: the same stop again, with another message id. */
  async repeatedStop(stage: Stage) {
    const transactionId = await start(stage, { meterStart: 1_000 });
    await stop(stage, { transactionId, meterStop: 2_000 });
    await stop(stage, { transactionId, meterStop: 2_000 });
  },

  /** SteVe#81: the answer to the start got lost, so it comes again. */
  async repeatedStart(stage: Stage) {
    const first = await start(stage, { meterStart: 1_000 });
    await start(stage, { meterStart: 1_000 });
    await stop(stage, { transactionId: first, meterStop: 2_000 });
  },

  /** Errata 3.18: a stop for a start whose answer never came. */
  async stopMinusOne(stage: Stage) {
    await stop(stage, { transactionId: -1, meterStop: 2_000 });
  },

  /** CitrineOS PR#1060: started at 0 while offline, ended at the register of a lifetime. */
  async baselineZero(stage: Stage) {
    const transactionId = await start(stage, { meterStart: 0 });
    await stop(stage, { transactionId, meterStop: 909_948 });
  },

  async meterBackwards(stage: Stage) {
    const transactionId = await start(stage, { meterStart: 5_000 });
    await stop(stage, { transactionId, meterStop: 4_000 });
  },

  /** OpenEVSE#703: kilowatt-hours in a field that holds watt-hours. */
  async kilowattHoursAsWattHours(stage: Stage) {
    const transactionId = await start(stage, { meterStart: 1_234 });
    await stop(stage, { transactionId, meterStop: 1_245 });
  },

  /** evcc#10399: local time without a zone. */
  async localTime(stage: Stage) {
    const timestamp = formatTimestamp(stage.now).slice(0, 19);
    const transactionId = await start(stage, { meterStart: 1_000, timestamp });
    await stop(stage, { transactionId, meterStop: 2_000, timestamp });
  },

  async fractionalMeter(stage: Stage) {
    const transactionId = await start(stage, { meterStart: 1_000.4 });
    await stop(stage, { transactionId, meterStop: 2_000.9 });
  },

  /** Every number as text, as some gateways send them. */
  async numbersAsText(stage: Stage) {
    const { station, idTag, now } = stage;
    const timestamp = formatTimestamp(now);
    const request = { connectorId: '1', idTag, meterStart: '1000', timestamp };
    station.sendText(JSON.stringify([2, 'text-1', 'StartTransaction', request]));
  },

  /** The cable is pulled: the socket stays open and silent. */
  async halfOpen({ station }: Stage) {
    station.freeze();
  },

  /** Far more messages than anybody needs. */
  async flood({ station }: Stage, messages = 1_000) {
    for (let i = 0; i < messages; i++) station.sendText(`[2,"flood-${i}","Heartbeat",{}]`);
  },
} as const;

async function start(
  { station, idTag, now }: Stage,
  { meterStart, timestamp = formatTimestamp(now) }: { meterStart: number; timestamp?: string },
): Promise<number> {
  const outcome = await station.call('StartTransaction', { connectorId: 1, idTag, meterStart, timestamp });
  return outcome.kind === 'result' ? outcome.response.transactionId : -1;
}

async function stop(
  { station, now }: Stage,
  values: { transactionId: number; meterStop: number; timestamp?: string },
): Promise<void> {
  await station.call('StopTransaction', { timestamp: formatTimestamp(now), ...values });
}
