import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { cardId, cardOfGroup, session, start } from '../charging.ts';
import { becomes, obeyed, order, showsMark } from '../orders.ts';

const HOUR = 3_600_000;

/** TC_046 */
export async function reservationUsed(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  const request = await reserve(bench, chargePoint, { idTag });
  const { reservationId } = request;
  await report(chargePoint, 1, 'Preparing');
  const transactionId = await start(chargePoint, { idTag, reservationId });
  await report(chargePoint, 1, 'Charging');
  await hasLife(bench, chargePoint, { reservationId, state: 'used' });
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running', cardUid: idTag });
}

/** TC_047: on a site of its own, whose clock is put forward. */
export async function reservationExpires(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { reservationId, expiryDate } = await reserve(bench, chargePoint, { idTag: await bench.card() });
  const aheadMs = Date.parse(expiryDate) - bench.site.clock.now();
  insist('an expiry in an hour', Math.abs(aheadMs - HOUR) < 60_000, expiryDate);
  bench.site.clock.advance(HOUR + 1_000);
  bench.site.server.resumed();
  await report(chargePoint, 1, 'Available');
  await hasLife(bench, chargePoint, { reservationId, state: 'expired' });
  await showsMark(bench, chargePoint, 'free');
}

/** TC_048_1 to TC_048_4 */
export async function reservationRefused(
  bench: Bench,
  status: 'Faulted' | 'Occupied' | 'Unavailable' | 'Rejected',
): Promise<void> {
  const chargePoint = await bench.chargePoint();
  if (status === 'Unavailable') await takeOutOfService(bench, chargePoint);
  const command = await order(bench, chargePoint, await reservation(bench, { idTag: await bench.card() }));
  await chargePoint.obeys('ReserveNow', { status });
  const ended = await becomes(bench, command, 'rejected');
  insist(`${status} to be shown`, ended.answer === status, ended);
  equals('no reservation', await reservationsOf(bench, chargePoint), []);
}

/** TC_049 */
export async function stationReserved(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const request = await reserve(bench, chargePoint, { idTag: await bench.card(), connectorId: 0 });
  await hasLife(bench, chargePoint, { reservationId: request.reservationId, state: 'held' });
}

/** TC_051 */
export async function reservationCancelled(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { reservationId } = await reserve(bench, chargePoint, { idTag: await bench.card() });
  const command = await order(bench, chargePoint, { kind: 'cancel-reservation', reservationId });
  equals('CancelReservation.req', await chargePoint.obeys('CancelReservation'), { reservationId });
  await becomes(bench, command, 'accepted');
  await report(chargePoint, 1, 'Available');
  await becomes(bench, command, 'in-effect');
  await hasLife(bench, chargePoint, { reservationId, state: 'cancelled' });
}

/** TC_052 */
export async function cancellationRejected(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { reservationId } = await reserve(bench, chargePoint, { idTag: await bench.card() });
  const command = await order(bench, chargePoint, { kind: 'cancel-reservation', reservationId });
  await chargePoint.obeys('CancelReservation', { status: 'Rejected' });
  await becomes(bench, command, 'rejected');
}

/** TC_053: another card of the same group. */
export async function reservationUsedByGroup(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const group = 'TC053-FAMILY';
  const idTag = await cardOfGroup(bench, 'A', group);
  const other = await cardOfGroup(bench, 'B', group);
  const { reservationId, parentIdTag } = await reserve(bench, chargePoint, { idTag });
  equals('parentIdTag', parentIdTag, group);
  const { idTagInfo } = await chargePoint.call('Authorize', { idTag: other });
  shows('the group of the other card', idTagInfo, { status: 'Accepted', parentIdTag: group });
  await start(chargePoint, { idTag: other, reservationId });
  await hasLife(bench, chargePoint, { reservationId, state: 'used' });
}

async function reserve(
  bench: Bench,
  chargePoint: ChargePoint,
  wish: { readonly idTag: string; readonly connectorId?: number },
): Promise<Payload> {
  const { connectorId = 1, idTag } = wish;
  const command = await order(bench, chargePoint, await reservation(bench, wish));
  const request = await chargePoint.obeys('ReserveNow');
  shows('ReserveNow.req', request, { connectorId, idTag });
  insist('a reservation id above 0', request.reservationId > 0, request);
  if (connectorId > 0) await report(chargePoint, connectorId, 'Reserved');
  await becomes(bench, command, 'in-effect');
  return request;
}

async function reservation(
  bench: Bench,
  { idTag, connectorId = 1 }: { readonly idTag: string; readonly connectorId?: number },
) {
  const expiresAt = new Date(bench.site.clock.now() + HOUR).toISOString();
  return { kind: 'reserve', connectorId, cardId: await cardId(bench, idTag), expiresAt };
}

async function takeOutOfService(bench: Bench, chargePoint: ChargePoint): Promise<void> {
  const { payload, command } = await obeyed(
    { bench, chargePoint },
    {
      order: { kind: 'set-availability', connectorId: 1, inService: false },
      action: 'ChangeAvailability',
      state: 'accepted',
    },
  );
  equals('ChangeAvailability.req', payload, { connectorId: 1, type: 'Inoperative' });
  await report(chargePoint, 1, 'Unavailable');
  await becomes(bench, command, 'in-effect');
}

async function reservationsOf(bench: Bench, chargePoint: ChargePoint): Promise<Payload[]> {
  return (await bench.get(`/stations/${chargePoint.id}/reservations`)).items;
}

function hasLife(
  bench: Bench,
  chargePoint: ChargePoint,
  { reservationId, state }: { readonly reservationId: number; readonly state: string },
): Promise<Payload> {
  return bench.eventually(`reservation ${reservationId} to be ${state}`, async () =>
    (await reservationsOf(bench, chargePoint)).find((one) => one.id === reservationId && one.state === state),
  );
}
