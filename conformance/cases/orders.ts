import type { Bench } from '../harness/bench.ts';
import type { ChargePoint, Payload } from '../harness/charge-point.ts';

/** Orders something of a station as the operator does. */
export function order(bench: Bench, chargePoint: { readonly id: string }, wanted: object): Promise<Payload> {
  return bench.post(`/stations/${encodeURIComponent(chargePoint.id)}/commands`, wanted);
}

/** Waits until the operator sees the command in this state. */
export function becomes(bench: Bench, command: Payload, state: string): Promise<Payload> {
  return bench.eventually(`command ${command.kind} to become ${state}`, async () => {
    const { items } = await bench.get(`/commands?stationId=${encodeURIComponent(command.stationId)}`);
    return items.find((item: Payload) => item.id === command.id && item.state === state);
  });
}

/** Orders, lets the charge point answer, and gives the request and the command as the operator then sees it. */
export async function obeyed(
  { bench, chargePoint }: { readonly bench: Bench; readonly chargePoint: ChargePoint },
  wanted: {
    readonly order: object;
    readonly action: string;
    readonly answer?: object;
    readonly state: string;
  },
): Promise<{ readonly payload: Payload; readonly command: Payload }> {
  const command = await order(bench, chargePoint, wanted.order);
  const payload = await chargePoint.obeys(wanted.action, wanted.answer);
  return { payload, command: await becomes(bench, command, wanted.state) };
}

/** The station as the operator sees it. */
export function station(bench: Bench, { id }: { readonly id: string }): Promise<Payload> {
  return bench.get(`/stations/${encodeURIComponent(id)}`);
}

/** Waits until the operator sees one connector of the station like this. */
export function showsMark(bench: Bench, chargePoint: ChargePoint, mark: string): Promise<Payload> {
  return bench.eventually(`connector 1 of ${chargePoint.id} to be shown as ${mark}`, async () =>
    (await station(bench, chargePoint)).connectors.find(
      (connector: Payload) => connector.connectorId === 1 && connector.mark === mark,
    ),
  );
}
