import type { Command } from '#core/stations/command.ts';
import { ANSWER_TIME, type StationAnswer } from '#core/stations/command-life.ts';
import type { CallOutcome } from '#ocpp/call-outcome.ts';
import type { StationConnection } from '#ocpp/connection.ts';
import type { OutgoingAction, Response } from '#ocpp/v16/actions.ts';
import { type Say, sayOrder, sayUpload } from './order-messages.ts';
import type { SendList } from './send-local-list.ts';
import type { UploadDesk } from './upload-desk.ts';

/** What some orders need besides a line. */
export interface OrderTools {
  readonly uploads: UploadDesk;
  readonly sendList: SendList;
}

/** Puts an order into OCPP's words, sends it, and says what the station answered. */
export async function callStation(
  connection: StationConnection,
  command: Command,
  tools: OrderTools,
): Promise<StationAnswer> {
  const { order } = command;
  const say = sayOver(connection);
  switch (order.kind) {
    case 'send-local-list':
      return tools.sendList(connection, command.stationId, order.whole);
    case 'get-diagnostics':
    case 'get-log':
      return sayUpload(order, await tools.uploads.addressFor(command, order, connection), say);
    default:
      return sayOrder(order, say);
  }
}

function sayOver(connection: StationConnection): Say {
  return async (action, request, read) => {
    let written = false;
    const onSent = () => {
      written = true;
    };
    const outcome = await connection.call(action, request, { timeoutMs: ANSWER_TIME, onSent });
    return answerOf(outcome, written, read);
  };
}

/** Once an order is written, nobody knows whether the station has read it. */
export function answerOf<A extends OutgoingAction>(
  outcome: CallOutcome<A>,
  written: boolean,
  read: (response: Response<A>) => { readonly status: string; readonly more?: string | undefined },
): StationAnswer {
  switch (outcome.kind) {
    case 'result': {
      const { status, more } = read(outcome.response);
      return { kind: 'status', status, ...(more === undefined ? {} : { more }) };
    }
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
