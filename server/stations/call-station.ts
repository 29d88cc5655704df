import type { Order } from '#core/stations/command.ts';
import { ANSWER_TIME, type StationAnswer } from '#core/stations/command-life.ts';
import type { CallOutcome } from '#ocpp/call-outcome.ts';
import type { CallOptions, StationConnection } from '#ocpp/connection.ts';

/** Puts an order into OCPP's words, sends it, and says what the station answered. */
export async function callStation(connection: StationConnection, order: Order): Promise<StationAnswer> {
  let written = false;
  const onSent = () => {
    written = true;
  };
  return answerOf(await sendOrder(connection, order, { timeoutMs: ANSWER_TIME, onSent }), written);
}

type Outcome = CallOutcome<
  'RemoteStartTransaction' | 'RemoteStopTransaction' | 'UnlockConnector' | 'Reset' | 'ChangeAvailability'
>;

function sendOrder(connection: StationConnection, order: Order, options: CallOptions): Promise<Outcome> {
  switch (order.kind) {
    case 'remote-start': {
      const { connectorId, idTag } = order;
      return connection.call('RemoteStartTransaction', { connectorId, idTag }, options);
    }
    case 'remote-stop':
      return connection.call('RemoteStopTransaction', { transactionId: order.transactionId }, options);
    case 'unlock':
      return connection.call('UnlockConnector', { connectorId: order.connectorId }, options);
    case 'reset':
      return connection.call('Reset', { type: order.type }, options);
    case 'set-availability': {
      const type = order.inService ? 'Operative' : 'Inoperative';
      return connection.call('ChangeAvailability', { connectorId: order.connectorId, type }, options);
    }
  }
}

/** Once an order is written, nobody knows whether the station has read it. */
function answerOf(outcome: Outcome, written: boolean): StationAnswer {
  switch (outcome.kind) {
    case 'result':
      return { kind: 'status', status: outcome.response.status };
    case 'error':
      return { kind: 'error', problem: `${outcome.code} ${outcome.description}`.trim() };
    case 'invalid-answer':
      return { kind: 'error', problem: outcome.problem };
    case 'timeout':
      return { kind: 'no-answer' };
    case 'closed':
    case 'aborted':
      return { kind: written ? 'no-answer' : 'line-lost' };
  }
}
