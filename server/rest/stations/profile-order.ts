import type { Profile } from '#api/service-orders.ts';
import type { ConnectorId } from '#core/shared/ids.ts';
import type { ChargingProfile, ProfileTiming } from '#core/stations/charging-profile.ts';
import { profileProblem } from '#core/stations/check-profile.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { behaviourOf } from '../../stations/behaviour-of.ts';
import { limitsNow } from '../../stations/order-outcomes.ts';
import { abilitiesOf } from '../../stations/profile-abilities.ts';
import { fromIsoTime } from '../iso-time.ts';
import { invalidField } from './invalid-field.ts';

interface ProfileWish {
  readonly place: ConnectorId;
  readonly wish: Profile;
  /** For the session that a remote start begins. */
  readonly withStart: boolean;
}

/** The profile that somebody wishes, checked against what its station can do. */
export async function checkedProfile(
  app: Application,
  station: Station,
  { place, wish, withStart }: ProfileWish,
): Promise<ChargingProfile> {
  const { live } = app.desk;
  const { stationMaxProfile, profileKind } = behaviourOf(live, station.id);
  if (wish.purpose === 'ChargePointMaxProfile' && !stationMaxProfile)
    throw invalidField(
      'profile/purpose',
      'this make does not obey it; use a TxDefaultProfile at connector 0',
    );
  if (profileKind !== 'any' && wish.timing !== profileKind)
    throw invalidField('profile/timing', `this make takes only ${profileKind} profiles`);
  const abilities = await abilitiesOf(app, station.id);
  const running = withStart ? null : live.sessions.openAt(station.id, place);
  const profile: ChargingProfile = {
    id: wish.profileId ?? live.nextId('request'),
    purpose: wish.purpose,
    stackLevel: wish.stackLevel,
    transactionId: wish.purpose === 'TxProfile' ? (running?.transactionId ?? null) : null,
    timing: timingOf(app, wish),
    validFrom: wish.validFrom === undefined ? null : fromIsoTime(wish.validFrom),
    validTo: wish.validTo === undefined ? null : fromIsoTime(wish.validTo),
    unit: wish.unit,
    durationSeconds: wish.durationSeconds ?? null,
    minRate: wish.minRate ?? null,
    periods: wish.periods.map(({ startSeconds, limit, phases = null }) => ({ startSeconds, limit, phases })),
  };
  const held = limitsNow(live, station.id, app.clock.now()).profiles;
  const wrong = profileProblem({ connectorId: place, profile, abilities, held, withStart });
  if (wrong === null) return profile;
  throw invalidField(wrong.field === 'connectorId' ? 'connectorId' : `profile/${wrong.field}`, wrong.problem);
}

function timingOf(app: Application, { timing, startsAt, every }: Profile): ProfileTiming {
  if (timing === 'Relative') {
    if (startsAt !== undefined) throw invalidField('profile/startsAt', 'begins with the session');
    return { kind: 'Relative' };
  }
  const begins = startsAt === undefined ? app.clock.now() : fromIsoTime(startsAt);
  if (timing === 'Absolute') return { kind: 'Absolute', startsAt: begins };
  if (every === undefined) throw invalidField('profile/every', 'is needed for a plan that repeats');
  return { kind: 'Recurring', every, startsAt: begins };
}
