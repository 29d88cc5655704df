import type { Watts } from '#core/shared/units.ts';
import type { RatingFacts } from '#core/tariffs/rate-session.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { WallDays } from '#core/tariffs/wall-days.ts';
import type { Application } from '../application.ts';
import { wallDays } from '../site/wall-days.ts';
import { freeEnergyLeft } from './session-terms-of.ts';

/** What its station told of a session. */
export type ToldFacts = Pick<RatingFacts, 'session' | 'curve' | 'uses'>;

/** What a session is priced from but for what it is sold by, which takes longer to say. */
export async function ratingFacts(
  app: Application,
  { session, curve, uses }: ToldFacts,
  terms: SessionTerms | null,
): Promise<Omit<RatingFacts, 'energy'>> {
  const { live } = app.desk;
  const freeEnergy = await freeEnergyLeft(app, terms);
  return {
    session,
    curve,
    uses,
    terms,
    tariff: tariffOf(app, terms),
    freeEnergy,
    soldTime: 'hours',
    // A plate that is put right later makes no settled price implausible.
    strongest: terms?.strongest !== undefined ? terms.strongest : strongestNow(app, session),
    days: daysOf(terms?.timeZone ?? live.site.timeZone),
  };
}

function strongestNow({ desk }: Application, { stationId }: ToldFacts['session']): Watts | null {
  return desk.live.stations.get(stationId)?.maxPower ?? null;
}

/** What the version says that a session began with. */
export function tariffOf({ desk }: Application, terms: SessionTerms | null): Tariff | null {
  if (terms === null) return null;
  return desk.live.prices.version(terms.tariffId, terms.version)?.tariff ?? null;
}

/** The days of a zone; what was worked out once is kept for as long as the program runs. */
export function daysOf(timeZone: string): WallDays {
  const known = days.get(timeZone);
  if (known !== undefined) return known;
  const made = wallDays(timeZone);
  days.set(timeZone, made);
  return made;
}

const days = new Map<string, WallDays>();
