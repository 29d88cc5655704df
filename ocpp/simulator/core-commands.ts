import type { CommandHandlers, StationParts } from './command-handlers.ts';

type CoreCommands = Pick<
  CommandHandlers,
  | 'ChangeAvailability'
  | 'ChangeConfiguration'
  | 'ClearCache'
  | 'DataTransfer'
  | 'GetConfiguration'
  | 'RemoteStartTransaction'
  | 'RemoteStopTransaction'
  | 'Reset'
  | 'UnlockConnector'
>;

/** Commands of the core profile (OCPP 1.6 §5). */
export function coreCommands(parts: StationParts): CoreCommands {
  const { charging, configuration } = parts;
  return {
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

    ChangeConfiguration(request) {
      if (parts.security.refuses(request)) return { response: { status: 'Rejected' } };
      const response = configuration.change(request);
      return {
        response,
        after: () => {
          if (response.status === 'Accepted') parts.changed(request.key);
        },
      };
    },

    ClearCache: () => ({ response: { status: parts.authorization.clearCache() ? 'Accepted' : 'Rejected' } }),
    DataTransfer: () => ({ response: { status: 'UnknownVendorId' } }),
    GetConfiguration: (request) => ({ response: configuration.read(request) }),

    RemoteStartTransaction(request) {
      return { response: { status: parts.remoteStart(request) ? 'Accepted' : 'Rejected' } };
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
      return { response: { status: 'Accepted' }, after: () => parts.restart(reason) };
    },

    UnlockConnector({ connectorId }) {
      const unlocking = charging.connectors.find(({ id }) => id === connectorId);
      if (unlocking === undefined || parts.lock === 'none') return { response: { status: 'NotSupported' } };
      return {
        response: { status: parts.lock === 'jams' ? 'UnlockFailed' : 'Unlocked' },
        // §5.18: unlocking ends the session; the plug may then hold fast all the same.
        after: () => charging.stop(connectorId, 'UnlockCommand'),
      };
    },
  };
}
