import type { Station } from '#core/stations/station.ts';
import type { Application } from '../application.ts';
import { askStation } from './ask-station.ts';
import { behaviourOf } from './behaviour-of.ts';

/**
 * Asks a station that may work from now on to boot again, so that it learns of it at once. One that was accepted
 * already is never asked to (errata 3.40). Whatever it answers: it boots again by itself after its interval.
 */
export function inviteToBoot(app: Application, before: Station, after: Station): void {
  if (before.registration === 'accepted' || after.registration !== 'accepted') return;
  // Some boot again and again once they are asked to (lbbrhzn#337).
  if (!behaviourOf(app.desk.live, after.id).triggerBoot) return;
  askStation(app)(after.id, 'TriggerMessage', { requestedMessage: 'BootNotification' }).catch(
    (error: unknown) => app.log.error({ err: error, stationId: after.id }, 'station not asked to boot'),
  );
}
