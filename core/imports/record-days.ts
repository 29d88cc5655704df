import type { Instant } from '../shared/units.ts';
import { instant } from '../shared/units.ts';
import type { ImportFacts, SiteDays } from './import-facts.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import { isDay } from './read-day.ts';
import { at, type Values } from './row-values.ts';

export interface Validity {
  readonly validFrom: Instant | null;
  readonly expiresAt: Instant | null;
  readonly blockedAt: Instant | null;
}

/** The first and the last day on which something is valid, as days. */
export function validityTexts({ validFrom, expiresAt, blockedAt }: Validity, days: SiteDays): Values {
  return {
    validFrom: validFrom === null ? '' : days.dayOf(validFrom),
    expiresOn: expiresAt === null ? '' : days.dayOf(instant(expiresAt - 1)),
    blocked: blockedAt === null ? 'no' : 'yes',
  };
}

/** What a row says of when something is valid; what it does not say stays. */
export function withValidity(known: Validity, values: Values, { days, now }: ImportFacts): Validity {
  const { validFrom, expiresOn, blocked } = values;
  return {
    validFrom: validFrom === undefined ? known.validFrom : isDay(validFrom) ? days.startOf(validFrom) : null,
    expiresAt: expiresOn === undefined ? known.expiresAt : isDay(expiresOn) ? days.endOf(expiresOn) : null,
    blockedAt: blocked === undefined ? known.blockedAt : blocked === 'yes' ? (known.blockedAt ?? now) : null,
  };
}

export function validityProblems({ validFrom, expiresAt }: Validity): readonly ImportProblem[] {
  return validFrom !== null && expiresAt !== null && expiresAt <= validFrom
    ? [at('expiresOn', finding('day-before-other'))]
    : [];
}
