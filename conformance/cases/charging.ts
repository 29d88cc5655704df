import type { Bench } from '../harness/bench.ts';
import { report } from '../harness/bench.ts';
import type { ChargePoint, Payload } from '../harness/charge-point.ts';
import { insist, shows } from '../harness/judge.ts';

export interface Begin {
  readonly idTag: string;
  readonly connectorId?: number;
  readonly meterStart?: number;
  readonly timestamp?: string;
  readonly reservationId?: number;
}

/** A moment as a charge point writes it, some seconds ago. */
export function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toISOString();
}

export async function authorize(chargePoint: ChargePoint, idTag: string, status = 'Accepted'): Promise<void> {
  shows('Authorize.conf', await chargePoint.call('Authorize', { idTag }), { idTagInfo: { status } });
}

/** Sends StartTransaction and insists on the verdict and on a transaction id. */
export async function start(chargePoint: ChargePoint, begin: Begin, status = 'Accepted'): Promise<number> {
  const request = { connectorId: 1, meterStart: 0, timestamp: ago(0), ...begin };
  const answer = await chargePoint.call('StartTransaction', request);
  shows('StartTransaction.conf', answer, { idTagInfo: { status } });
  insist('a positive transaction id', answer.transactionId > 0, answer);
  return answer.transactionId;
}

export async function stop(
  chargePoint: ChargePoint,
  transactionId: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Payload> {
  return chargePoint.call('StopTransaction', { transactionId, meterStop: 0, timestamp: ago(0), ...more });
}

/** Start, Preparing to Charging included: what most cases have before they begin. */
export async function charge(chargePoint: ChargePoint, begin: Begin): Promise<number> {
  const connectorId = begin.connectorId ?? 1;
  await report(chargePoint, connectorId, 'Preparing');
  await authorize(chargePoint, begin.idTag);
  const transactionId = await start(chargePoint, begin);
  await report(chargePoint, connectorId, 'Charging');
  return transactionId;
}

/** The card's number in the API. */
export async function cardId(bench: Bench, uid: string): Promise<number> {
  const { items } = await bench.get(`/cards?search=${encodeURIComponent(uid)}`);
  const card = items.find((item: Payload) => item.uid === uid);
  insist(`card ${uid} in the list`, card !== undefined, items.length);
  return card.id;
}

/** Adds a card of the case that belongs to a group. */
export async function cardOfGroup(bench: Bench, suffix: string, group: string): Promise<string> {
  const uid = await bench.card(suffix);
  await bench.patch(`/cards/${await cardId(bench, uid)}`, { parentTag: group });
  return uid;
}

/** The sessions of a station as the operator sees them, newest first. */
export async function sessionsOf(bench: Bench, chargePoint: { readonly id: string }): Promise<Payload[]> {
  return (await bench.get(`/sessions?stationId=${encodeURIComponent(chargePoint.id)}`)).items;
}

/** The one session of a transaction, as the operator sees it. */
export async function session(
  bench: Bench,
  chargePoint: ChargePoint,
  transactionId: number,
): Promise<Payload> {
  const all = await sessionsOf(bench, chargePoint);
  const found = all.filter((item) => item.transactionId === transactionId);
  insist(`one session with transaction ${transactionId}`, found.length === 1, all);
  return found[0];
}
