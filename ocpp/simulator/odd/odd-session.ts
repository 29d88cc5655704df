import { formatTimestamp } from '../../v16/timestamp.ts';
import type { OddLine } from './odd-line.ts';
import type { OddStage } from './odd-station.ts';

/** The session that an odd station tells unless its script says otherwise: an hour, 5 kWh. */
export const USUAL_WH = 5_000;
export const USUAL_START_WH = 1_000;

export type Fields = Readonly<Record<string, unknown>>;

/** A moment before now, as the standard writes it. */
export function ago(stage: OddStage, minutes: number): string {
  return formatTimestamp(Math.round(stage.now() - minutes * 60_000));
}

export function startFields(stage: OddStage, more: Fields = {}): Fields {
  return {
    connectorId: 1,
    idTag: stage.idTag,
    meterStart: USUAL_START_WH,
    timestamp: ago(stage, 60),
    ...more,
  };
}

export function stopFields(stage: OddStage, transactionId: unknown, more: Fields = {}): Fields {
  return {
    transactionId,
    meterStop: USUAL_START_WH + USUAL_WH,
    timestamp: ago(stage, 0),
    ...more,
  };
}

/** Starts a session and hands out its number. Insists on being accepted. */
export async function start(line: OddLine, more: Fields = {}): Promise<number> {
  const answer = await line.ok('StartTransaction', startFields(line.stage, more));
  return acceptedNumber(answer);
}

/** The number in an answer to a start that let the car charge. */
export function acceptedNumber({ transactionId, idTagInfo }: Fields): number {
  const status = isFields(idTagInfo) ? idTagInfo.status : undefined;
  if (typeof transactionId !== 'number' || transactionId <= 0 || status !== 'Accepted')
    throw new Error(`the start was answered with ${JSON.stringify({ transactionId, idTagInfo })}`);
  return transactionId;
}

export async function stop(line: OddLine, transactionId: unknown, more: Fields = {}): Promise<void> {
  await line.ok('StopTransaction', stopFields(line.stage, transactionId, more));
}

/** Meter values of the session, one sample each: minutes ago, and what was measured. */
export function valueFields(
  stage: OddStage,
  transactionId: unknown,
  values: readonly (readonly [number, readonly Fields[]])[],
): Fields {
  return {
    connectorId: 1,
    transactionId,
    meterValue: values.map(([minutes, sampledValue]) => ({ timestamp: ago(stage, minutes), sampledValue })),
  };
}

/** A whole session over one line. */
export async function charge(line: OddLine, more: Fields = {}): Promise<void> {
  const transactionId = await start(line, more);
  await stop(line, transactionId);
}

export function bootFields(more: Fields = {}): Fields {
  return { chargePointVendor: 'Odd', chargePointModel: 'Wallbox', firmwareVersion: '1.0', ...more };
}

export async function boot(line: OddLine, more: Fields = {}): Promise<void> {
  const { status } = await line.ok('BootNotification', bootFields(more));
  if (status !== 'Accepted') throw new Error(`the boot was answered with ${status}`);
}

export function statusFields(status: string, more: Fields = {}): Fields {
  return { connectorId: 1, errorCode: 'NoError', status, ...more };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
