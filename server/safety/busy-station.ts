import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import { connectRawStation, type RawStation } from './raw-station.ts';

/** What a station has done, and what of it the server has acknowledged. */
export interface Ledger {
  readonly stationId: string;
  readonly charges: readonly Charge[];
}

export interface Charge {
  /** Unlike every other of the station. */
  readonly startedAt: string;
  readonly meterStart: number;
  readonly stoppedAt: string;
  readonly meterStop: number;
  /** Set by the acknowledged start. */
  transactionId: number | null;
  stopAcknowledged: boolean;
}

/** Energy of a charge at its one meter value. */
export const METERED_WH = 1;

export interface BusyStation extends Ledger {
  readonly acknowledged: number;
  readonly online: boolean;
  /** Connects to a server that has just started; goes on where it was interrupted. */
  connect(ocppUrl: string): Promise<void>;
  /** Begins no more charges. Resolves when the last one is through. */
  finish(): Promise<void>;
}

/**
 * A station that charges again and again, as fast as it is answered: start, a meter value, stop. What was not
 * acknowledged when the line broke is sent again under a new message id, as OCPP 1.6 §3.7 asks.
 */
export function createBusyStation(stationId: string, firstStartMs: number): BusyStation {
  const charges: Charge[] = [];
  let line: RawStation | null = null;
  let lineIsBack = () => {};
  let acknowledged = 0;
  let messages = 0;
  let finishing = false;
  let life: Promise<void> | null = null;

  async function live(): Promise<void> {
    while (!finishing) {
      const charge = nextCharge();
      charges.push(charge);
      await run(charge);
    }
  }

  async function run(charge: Charge): Promise<void> {
    const { startedAt, stoppedAt, meterStart, meterStop } = charge;
    const started = await deliver('StartTransaction', {
      connectorId: 1,
      idTag: `CARD-${stationId}`,
      meterStart,
      timestamp: startedAt,
    });
    charge.transactionId = Number(started.transactionId);
    const { transactionId } = charge;
    const sampledValue = [{ value: String(meterStart + METERED_WH) }];
    const meterValue = [{ timestamp: stoppedAt, sampledValue }];
    await deliver('MeterValues', { connectorId: 1, transactionId, meterValue });
    await deliver('StopTransaction', { transactionId, meterStop, timestamp: stoppedAt });
    charge.stopAcknowledged = true;
  }

  /** One charge after the other, each with times and registers of its own. */
  function nextCharge(): Charge {
    const at = firstStartMs + charges.length * 2_000;
    const meterStart = 1_000 + charges.length * 10;
    return {
      startedAt: formatTimestamp(at),
      meterStart,
      stoppedAt: formatTimestamp(at + 1_000),
      meterStop: meterStart + 5,
      transactionId: null,
      stopAcknowledged: false,
    };
  }

  async function deliver(action: string, request: object): Promise<Readonly<Record<string, unknown>>> {
    for (;;) {
      const online = await theLine();
      messages += 1;
      const answer = await online.call(`m-${messages}`, action, request);
      if (answer === null) continue;
      if (answer.kind === 'error') throw new Error(`${action} was answered with CALLERROR ${answer.code}`);
      acknowledged += 1;
      return answer.payload;
    }
  }

  async function theLine(): Promise<RawStation> {
    while (line === null || !line.isOpen) {
      await new Promise<void>((resolve) => {
        lineIsBack = resolve;
      });
    }
    return line;
  }

  return {
    stationId,
    charges,
    get acknowledged() {
      return acknowledged;
    },

    get online() {
      return line?.isOpen === true;
    },

    async connect(ocppUrl) {
      line = await connectRawStation(ocppUrl, stationId);
      lineIsBack();
      if (life === null) {
        life = live();
        // Told by `finish`; until then nobody waits for it.
        life.catch(() => {});
      }
    },

    async finish() {
      finishing = true;
      await life;
      line?.hangUp();
    },
  };
}
