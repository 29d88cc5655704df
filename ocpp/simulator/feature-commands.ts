import type { CommandHandlers, StationParts, TriggeredMessage } from './command-handlers.ts';

type FeatureCommands = Pick<
  CommandHandlers,
  | 'CancelReservation'
  | 'ClearChargingProfile'
  | 'GetCompositeSchedule'
  | 'GetDiagnostics'
  | 'GetLocalListVersion'
  | 'ReserveNow'
  | 'SendLocalList'
  | 'SetChargingProfile'
  | 'TriggerMessage'
  | 'UpdateFirmware'
>;

/** Commands of the five other feature profiles. */
export function featureCommands(parts: StationParts): FeatureCommands {
  const { localList, profiles, reservations } = parts;
  return {
    CancelReservation: ({ reservationId }) => ({
      response: { status: reservations.cancel(reservationId) ? 'Accepted' : 'Rejected' },
    }),
    ClearChargingProfile: (request) => ({ response: profiles.clear(request) }),
    GetCompositeSchedule: (request) => ({ response: profiles.composite(request) }),
    GetDiagnostics: (request) => parts.uploads.diagnostics(request),
    GetLocalListVersion: () => ({ response: { listVersion: localList.version } }),
    ReserveNow: (request) => ({ response: reservations.reserve(request) }),
    SendLocalList: (request) => ({ response: localList.update(request) }),
    SetChargingProfile: (request) => ({ response: profiles.set(request) }),
    TriggerMessage: ({ requestedMessage, connectorId }) => triggered(parts, requestedMessage, connectorId),
    UpdateFirmware: (request) => ({ response: {}, after: () => parts.firmware.update(request) }),
  };
}

/** What is answered to a wish for a message, which follows right after. */
export function triggered(parts: StationParts, message: TriggeredMessage, connectorId: number | undefined) {
  const known = connectorId === undefined || connectorId <= parts.charging.connectors.length;
  if (!known) return { response: { status: 'Rejected' as const } };
  return {
    response: { status: 'Accepted' as const },
    after: () => parts.trigger(message, connectorId),
  };
}
