import { DAY, elapsed, HOUR, type Instant, MINUTE } from '../shared/units.ts';
import type { Order } from './command.ts';
import type { Sight } from './sight.ts';
import { firmwareStep, uploadStep } from './transfer-status.ts';

/** How long after the station's yes its effect is watched for. */
export function effectTime(order: Order, now: Instant): number {
  switch (order.kind) {
    case 'remote-start':
      return 3 * MINUTE;
    case 'remote-stop':
    case 'reserve':
    case 'cancel-reservation':
    case 'trigger':
      return 2 * MINUTE;
    case 'unlock':
    case 'clear-cache':
    case 'data-transfer':
    case 'set-charging-profile':
    case 'clear-charging-profile':
      return MINUTE;
    case 'reset':
    case 'send-local-list':
      return 10 * MINUTE;
    case 'get-diagnostics':
    case 'get-log':
      return 2 * HOUR;
    case 'update-firmware':
      return waitUntil(order.retrieveAt, now) + 6 * HOUR;
    case 'signed-update-firmware':
      return waitUntil(order.installAt ?? order.retrieveAt, now) + 6 * HOUR;
    // A station that is charging answers Scheduled and obeys when the car has left.
    case 'set-availability':
      return DAY;
  }
}

/** `done` where nothing more can be seen than the answer, `promised` where the effect is still to come. */
export function answerMeans(order: Order, status: string): 'done' | 'promised' | 'refused' {
  if (status === 'Unlocked') return 'done';
  if (!YES.has(status)) return 'refused';
  switch (order.kind) {
    case 'clear-cache':
    case 'data-transfer':
    case 'set-charging-profile':
    case 'clear-charging-profile':
    case 'send-local-list':
      return 'done';
    // Stations seldom show the reservation of any one connector at all of them.
    case 'reserve':
    case 'cancel-reservation':
      return order.connectorId === 0 ? 'done' : 'promised';
    default:
      return 'promised';
  }
}

const YES: ReadonlySet<string> = new Set(['Accepted', 'AcceptedCanceled', 'Scheduled']);

/** What something seen means for an order: its effect, its failure, or a step on the way there. */
export type Meaning =
  | { readonly kind: 'effect' }
  | { readonly kind: 'failure'; readonly problem: string }
  | { readonly kind: 'step'; readonly progress: string };

/** Null when what was seen says nothing about the order. */
export function meaningOf(order: Order, sight: Sight): Meaning | null {
  switch (order.kind) {
    case 'update-firmware':
    case 'signed-update-firmware':
      return firmwareMeaning(order, sight);
    case 'get-diagnostics':
    case 'get-log':
      return uploadMeaning(order, sight);
    default:
      return isEffect(order, sight) ? EFFECT : null;
  }
}

const EFFECT: Meaning = { kind: 'effect' };

function isEffect(order: Order, sight: Sight): boolean {
  switch (order.kind) {
    case 'remote-start':
      return (
        sight.kind === 'session-started' &&
        sight.connectorId === order.connectorId &&
        sight.idTag.toUpperCase() === order.idTag.toUpperCase()
      );
    case 'remote-stop':
      return sight.kind === 'session-ended' && sight.sessionId === order.sessionId;
    case 'reset':
      return sight.kind === 'restarted';
    case 'set-availability':
      return (
        sight.kind === 'status' &&
        (order.connectorId === 0 || sight.connectorId === order.connectorId) &&
        (order.inService ? sight.status !== 'Unavailable' : sight.status === 'Unavailable')
      );
    case 'reserve':
      return (
        sight.kind === 'status' && sight.connectorId === order.connectorId && sight.status === 'Reserved'
      );
    case 'cancel-reservation':
      return (
        sight.kind === 'status' && sight.connectorId === order.connectorId && sight.status !== 'Reserved'
      );
    case 'trigger':
      return (
        sight.kind === 'heard' &&
        isTriggered(order.message, sight.action) &&
        (order.connectorId === null || sight.connectorId === null || sight.connectorId === order.connectorId)
      );
    // Done with the answer, or told by the words of the transfer.
    case 'unlock':
    case 'clear-cache':
    case 'data-transfer':
    case 'send-local-list':
    case 'set-charging-profile':
    case 'clear-charging-profile':
    case 'get-diagnostics':
    case 'get-log':
    case 'update-firmware':
    case 'signed-update-firmware':
      return false;
  }
}

function isTriggered(message: string, action: string): boolean {
  if (message === 'SignChargePointCertificate') return action === 'SignCertificate';
  // Asked by ExtendedTriggerMessage, a station may answer with either of the two.
  if (message === 'FirmwareStatusNotification') return action.endsWith('FirmwareStatusNotification');
  return message === action;
}

function firmwareMeaning(
  order: Extract<Order, { readonly kind: 'update-firmware' | 'signed-update-firmware' }>,
  sight: Sight,
): Meaning | null {
  if (sight.kind === 'restarted') {
    const { firmware } = sight;
    return firmware !== null && order.versionBefore !== null && firmware !== order.versionBefore
      ? EFFECT
      : null;
  }
  if (sight.kind !== 'firmware-status' || isOfAnother(order, sight.requestId)) return null;
  const step = firmwareStep(sight.status);
  if (step === 'idle') return null;
  if (step === 'failed') return { kind: 'failure', problem: sight.status };
  return step === 'done' ? EFFECT : { kind: 'step', progress: sight.status };
}

function uploadMeaning(
  order: Extract<Order, { readonly kind: 'get-diagnostics' | 'get-log' }>,
  sight: Sight,
): Meaning | null {
  const { target } = order;
  if (sight.kind === 'file-received')
    return target.kind === 'here' && target.uploadId === sight.uploadId ? EFFECT : null;
  if (sight.kind !== 'upload-status' || isOfAnother(order, sight.requestId)) return null;
  if (sight.of !== (order.kind === 'get-diagnostics' ? 'diagnostics' : 'log')) return null;
  const step = uploadStep(sight.status);
  if (step === 'idle') return null;
  if (step === 'failed') return { kind: 'failure', problem: sight.status };
  // Of a file that comes to us its arrival is the effect, not the station's word for it.
  return step === 'done' && target.kind === 'elsewhere' ? EFFECT : { kind: 'step', progress: sight.status };
}

/** Stations that name the request name the right one; others leave it out. */
function isOfAnother(order: Order, requestId: number | null): boolean {
  return 'requestId' in order && requestId !== null && requestId !== order.requestId;
}

function waitUntil(moment: Instant, now: Instant): number {
  return Math.max(0, elapsed(now, moment));
}
