import { type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { Order } from '#core/stations/command.ts';
import type { Traffic } from '#ocpp/traffic.ts';
import type { IncomingAction } from '#ocpp/v16/actions.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { StationLine } from './station-line.ts';

/** A station may send several messages for one trigger, and makes a key before it asks for a certificate. */
const TRIGGER_TIME = 10 * MINUTE;

/** Remembers of a trigger that goes out what it asks for, whoever sends it. */
export function noteTrigger(line: StationLine, traffic: Traffic, now: Instant): void {
  if (traffic.kind !== 'sent-call') return;
  if (traffic.action !== 'TriggerMessage' && traffic.action !== 'ExtendedTriggerMessage') return;
  const [, , , request] = JSON.parse(traffic.frame);
  for (const action of actionsOf(String(request.requestedMessage)))
    line.triggered.set(action, later(now, TRIGGER_TIME));
}

/**
 * Whether a station says what we have asked it for: what a trigger has named (OCPP 1.6 §4.2 lets a station that is
 * not accepted yet send that and nothing else), and how far a file is that it was told to fetch or to send.
 */
export function isAskedFor(
  live: LiveSite,
  { stationId, triggered }: Pick<StationLine, 'stationId' | 'triggered'>,
  { action, now }: { readonly action: IncomingAction; readonly now: Instant },
): boolean {
  if (now < (triggered.get(action) ?? 0)) return true;
  return live
    .openCommandsOf(stationId)
    .some(({ life, order }) => life.kind !== 'queued' && reportOn(order) === action);
}

/** A trigger for the firmware's status may be answered with either message. */
function actionsOf(message: string): readonly string[] {
  if (message === 'SignChargePointCertificate') return ['SignCertificate'];
  if (message === 'FirmwareStatusNotification') return [message, `Signed${message}`];
  return [message];
}

function reportOn({ kind }: Order): IncomingAction | null {
  switch (kind) {
    case 'get-diagnostics':
      return 'DiagnosticsStatusNotification';
    case 'get-log':
      return 'LogStatusNotification';
    case 'update-firmware':
      return 'FirmwareStatusNotification';
    case 'signed-update-firmware':
      return 'SignedFirmwareStatusNotification';
    default:
      return null;
  }
}
