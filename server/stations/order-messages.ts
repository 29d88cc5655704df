import type { Instant } from '#core/shared/units.ts';
import type { ChargingProfile, ProfileOrder } from '#core/stations/charging-profile.ts';
import type { StationAnswer } from '#core/stations/command-life.ts';
import type { DailyOrder } from '#core/stations/daily-order.ts';
import type { ReservationOrder } from '#core/stations/reservation.ts';
import type { FirmwareOrder, TalkOrder, UploadOrder } from '#core/stations/service-order.ts';
import type { OutgoingAction, Request, Response } from '#ocpp/v16/actions.ts';
import { maskText } from '#ocpp/v16/mask-secrets.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';

/** Calls the station and reads its answer, where there is one. */
export type Say = <A extends OutgoingAction>(
  action: A,
  request: Request<A>,
  read: (response: Response<A>) => Said,
) => Promise<StationAnswer>;

interface Said {
  readonly status: string;
  readonly more?: string | undefined;
}

/** Orders of one message each. */
export type PlainOrder = DailyOrder | TalkOrder | ReservationOrder | ProfileOrder | FirmwareOrder;

/** Puts an order into OCPP's words. */
export function sayOrder(order: PlainOrder, say: Say): Promise<StationAnswer> {
  switch (order.kind) {
    case 'remote-start': {
      const { connectorId, idTag, profile } = order;
      const limit = profile === undefined ? {} : { chargingProfile: profileOnWire(profile) };
      return say('RemoteStartTransaction', { connectorId, idTag, ...limit }, status);
    }
    case 'remote-stop':
      return say('RemoteStopTransaction', { transactionId: order.transactionId }, status);
    case 'unlock':
      return say('UnlockConnector', { connectorId: order.connectorId }, status);
    case 'reset':
      return say('Reset', { type: order.type }, status);
    case 'set-availability': {
      const type = order.inService ? 'Operative' : 'Inoperative';
      return say('ChangeAvailability', { connectorId: order.connectorId, type }, status);
    }
    case 'clear-cache':
      return say('ClearCache', {}, status);
    case 'trigger':
      return sayTrigger(order, say);
    case 'data-transfer': {
      const { vendorId, messageId, data } = order;
      const request = { vendorId, ...given({ messageId, data }) };
      return say('DataTransfer', request, (said) => ({
        status: said.status,
        more: said.data === undefined ? undefined : maskText(said.data),
      }));
    }
    case 'reserve': {
      const { connectorId, reservationId, idTag, group, expiresAt } = order;
      const expiryDate = formatTimestamp(expiresAt);
      const request = { connectorId, reservationId, idTag, expiryDate, ...given({ parentIdTag: group }) };
      return say('ReserveNow', request, status);
    }
    case 'cancel-reservation':
      return say('CancelReservation', { reservationId: order.reservationId }, status);
    case 'set-charging-profile': {
      const { connectorId, profile } = order;
      return say('SetChargingProfile', { connectorId, csChargingProfiles: profileOnWire(profile) }, status);
    }
    case 'clear-charging-profile': {
      const { profileId: id, connectorId, purpose: chargingProfilePurpose, stackLevel } = order;
      // A number names one profile; a station may read what is said besides as another wish.
      const request = id === null ? given({ connectorId, chargingProfilePurpose, stackLevel }) : { id };
      return say('ClearChargingProfile', request, status);
    }
    case 'update-firmware': {
      const { location, retrieveAt } = order;
      const request = { location, retrieveDate: formatTimestamp(retrieveAt), ...retriesOf(order) };
      return say('UpdateFirmware', request, () => ({ status: 'Accepted' }));
    }
    case 'signed-update-firmware': {
      const { requestId, location, retrieveAt, installAt, certificate, signature } = order;
      const firmware = {
        location,
        retrieveDateTime: formatTimestamp(retrieveAt),
        ...timeOf('installDateTime', installAt),
        signingCertificate: certificate,
        signature,
      };
      return say('SignedUpdateFirmware', { requestId, firmware, ...retriesOf(order) }, status);
    }
  }
}

/** Asks for a file to be sent to an address. */
export function sayUpload(order: UploadOrder, location: string, say: Say): Promise<StationAnswer> {
  switch (order.kind) {
    case 'get-diagnostics': {
      const span = { ...timeOf('startTime', order.from), ...timeOf('stopTime', order.to) };
      const request = { location, ...span, ...retriesOf(order) };
      return say('GetDiagnostics', request, ({ fileName }) =>
        // No name means that there is nothing to send (OCPP 1.6 §5.9).
        fileName === undefined || fileName === ''
          ? { status: 'Rejected', more: 'no file' }
          : { status: 'Accepted', more: fileName },
      );
    }
    case 'get-log': {
      const { requestId, log: logType, from, to } = order;
      const log = {
        remoteLocation: location,
        ...timeOf('oldestTimestamp', from),
        ...timeOf('latestTimestamp', to),
      };
      return say('GetLog', { logType, requestId, log, ...retriesOf(order) }, (said) => ({
        status: said.status,
        more: said.filename,
      }));
    }
  }
}

/** A profile as the wire has it (OCPP 1.6 §7.8, §7.13). */
export function profileOnWire(profile: ChargingProfile): Request<'SetChargingProfile'>['csChargingProfiles'] {
  const { timing, transactionId, durationSeconds: duration, minRate: minChargingRate } = profile;
  return {
    chargingProfileId: profile.id,
    ...given({ transactionId }),
    stackLevel: profile.stackLevel,
    chargingProfilePurpose: profile.purpose,
    chargingProfileKind: timing.kind,
    ...(timing.kind === 'Recurring' ? { recurrencyKind: timing.every } : {}),
    ...timeOf('validFrom', profile.validFrom),
    ...timeOf('validTo', profile.validTo),
    chargingSchedule: {
      ...given({ duration }),
      ...(timing.kind === 'Relative' ? {} : { startSchedule: formatTimestamp(timing.startsAt) }),
      chargingRateUnit: profile.unit,
      chargingSchedulePeriod: profile.periods.map(({ startSeconds, limit, phases }) => ({
        startPeriod: startSeconds,
        limit,
        ...given({ numberPhases: phases }),
      })),
      ...given({ minChargingRate }),
    },
  };
}

function sayTrigger(
  { message, connectorId, extended }: Extract<TalkOrder, { readonly kind: 'trigger' }>,
  say: Say,
): Promise<StationAnswer> {
  const where = given({ connectorId });
  switch (message) {
    case 'LogStatusNotification':
    case 'SignChargePointCertificate':
      return say('ExtendedTriggerMessage', { requestedMessage: message, ...where }, status);
    case 'DiagnosticsStatusNotification':
      return say('TriggerMessage', { requestedMessage: message, ...where }, status);
    default:
      return say(
        extended ? 'ExtendedTriggerMessage' : 'TriggerMessage',
        { requestedMessage: message, ...where },
        status,
      );
  }
}

function status(said: { readonly status: string }): Said {
  return { status: said.status };
}

function retriesOf({
  retries,
  retrySeconds,
}: {
  readonly retries: number | null;
  readonly retrySeconds: number | null;
}) {
  return given({ retries, retryInterval: retrySeconds });
}

function timeOf<const Name extends string>(
  name: Name,
  at: Instant | null,
): { readonly [K in Name]?: string } {
  return (at === null ? {} : { [name]: formatTimestamp(at) }) as { readonly [K in Name]?: string };
}

/** Without what is null: fields that are not meant are not sent. */
function given<const Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    readonly [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
