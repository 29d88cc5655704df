import {
  isOutgoingAction,
  type NeverRefusedAction,
  type OutgoingAction,
  type Request,
  type Response,
} from '../v16/actions.ts';
import { readRequest } from '../v16/tolerance.ts';
import type { Charging } from './charging.ts';
import type { Configuration } from './configuration.ts';
import type { StationReply } from './link.ts';

/** What the rest of the station does for a command. */
export interface CommandOptions {
  readonly charging: Charging;
  readonly configuration: Configuration;
  remoteStart(request: Request<'RemoteStartTransaction'>): boolean;
  restart(reason: 'HardReset' | 'SoftReset'): void;
  trigger(request: Request<'TriggerMessage'>): void;
}

/** Answers the calls of the central system as a decent wallbox does. */
export function createCommands(options: CommandOptions): (action: string, request: unknown) => StationReply {
  const { charging, configuration } = options;

  const handlers: Handlers = {
    ChangeAvailability({ connectorId, type }) {
      const concerned = charging.connectors.filter(({ id }) => connectorId === 0 || id === connectorId);
      if (concerned.length === 0) return { response: { status: 'Rejected' } };
      const busy = concerned.some(({ transaction }) => transaction !== undefined);
      return {
        response: { status: busy && type === 'Inoperative' ? 'Scheduled' : 'Accepted' },
        after: () => {
          for (const { id } of concerned) charging.setOperative(id, type === 'Operative');
        },
      };
    },

    ChangeConfiguration: (request) => ({ response: configuration.change(request) }),
    ClearCache: () => ({ response: { status: 'Accepted' } }),
    DataTransfer: () => ({ response: { status: 'UnknownVendorId' } }),
    GetConfiguration: (request) => ({ response: configuration.read(request) }),

    RemoteStartTransaction(request) {
      return { response: { status: options.remoteStart(request) ? 'Accepted' : 'Rejected' } };
    },

    RemoteStopTransaction({ transactionId }) {
      const running = charging.connectors.find(
        ({ transaction }) => transaction?.transactionId === transactionId,
      );
      if (running === undefined) return { response: { status: 'Rejected' } };
      return { response: { status: 'Accepted' }, after: () => charging.stop(running.id, 'Remote') };
    },

    Reset({ type }) {
      const reason = type === 'Hard' ? 'HardReset' : 'SoftReset';
      return { response: { status: 'Accepted' }, after: () => options.restart(reason) };
    },

    TriggerMessage(request) {
      return triggerable.has(request.requestedMessage)
        ? { response: { status: 'Accepted' }, after: () => options.trigger(request) }
        : { response: { status: 'NotImplemented' } };
    },

    UnlockConnector({ connectorId }) {
      const unlocking = charging.connectors.find(({ id }) => id === connectorId);
      if (unlocking === undefined) return { response: { status: 'NotSupported' } };
      return {
        response: { status: 'Unlocked' },
        after: () => charging.stop(connectorId, 'UnlockCommand'),
      };
    },
  };

  function handle<A extends OutgoingAction>(action: A, payload: unknown): StationReply {
    const reading = readRequest(action, payload);
    if (reading.kind === 'invalid') return { kind: 'error', code: reading.code };
    const handler = handlers[action];
    if (handler === undefined) return { kind: 'error', code: 'NotSupported' };
    return { kind: 'response', ...handler(reading.payload) };
  }

  return (action, payload) =>
    isOutgoingAction(action) ? handle(action, payload) : { kind: 'error', code: 'NotImplemented' };
}

type Handlers = {
  readonly [A in OutgoingAction]?: (request: Request<A>) => {
    readonly response: Response<A>;
    readonly after?: () => void;
  };
};

const triggerable: ReadonlySet<string> = new Set<NeverRefusedAction | 'Heartbeat' | 'StatusNotification'>([
  'BootNotification',
  'Heartbeat',
  'MeterValues',
  'StatusNotification',
]);
