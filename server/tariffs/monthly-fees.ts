import { Temporal } from 'temporal-polyfill';
import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type CivilDay, civilDay } from '#core/tariffs/civil-day.ts';
import { feeFor, type Month, type PeriodicAmount } from '#core/tariffs/periodic-fee.ts';
import type { MonthlyFee, TariffRule } from '#core/tariffs/tariff-rule.ts';
import { cardName } from '../access/party-names.ts';
import type { Application } from '../application.ts';

export interface OwedFee {
  readonly payer: { readonly kind: 'driver' | 'card'; readonly id: number; readonly name: string };
  readonly tenantId: TenantId;
  readonly rule: TariffRule;
  readonly fee: MonthlyFee;
  readonly owed: PeriodicAmount;
}

interface Payer {
  readonly kind: 'driver' | 'card';
  readonly id: number;
  readonly name: string;
  readonly tenantId: TenantId;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
  readonly groupIds: readonly number[];
}

/**
 * What drivers, and cards that nobody drives with, owe for a month by the rules about them, by the days on which both the
 * rule and they were there. Somebody whom several rules are about owes each day by the strongest of them alone.
 */
export function monthlyFees(app: Application, month: Month): readonly OwedFee[] {
  const { live } = app.desk;
  const zone = live.site.timeZone;
  const ranks: Readonly<Record<string, number>> = { card: 0, driver: 1, 'user-group': 2 };
  const rules = [...live.prices.rules.values()]
    .filter(({ target }) => target.kind in ranks)
    .sort((a, b) => (ranks[a.target.kind] ?? 0) - (ranks[b.target.kind] ?? 0) || a.id - b.id);
  return payersOf(app).flatMap((payer) => {
    let taken: readonly Span[] = [];
    return rules
      .filter((rule) => isAbout(rule, payer))
      .flatMap((rule): readonly OwedFee[] => {
        const span = shared(
          spanOf(rule.from, rule.removedAt, zone),
          spanOf(payer.addedAt, payer.removedAt, zone),
        );
        const free = without(span, taken);
        taken = [...taken, span];
        const fee = rule.extras.monthlyFee;
        if (fee === null) return [];
        return free.flatMap(({ from, until }) => {
          const owed = feeFor(month, { ...fee, from, until });
          const { kind, id, name, tenantId } = payer;
          return owed.days === 0 ? [] : [{ payer: { kind, id, name }, tenantId, rule, fee, owed }];
        });
      });
  });
}

interface Span {
  readonly from: CivilDay;
  readonly until: CivilDay | null;
}

const FOR_EVER = Number.POSITIVE_INFINITY;

/** The days on which something was there; the one on which it ended belongs to what came after. */
function spanOf(from: Instant, removedAt: Instant | null, zone: string): Span {
  return { from: dayOf(from, zone), until: removedAt === null ? null : dayOf(removedAt, zone) };
}

function shared(one: Span, other: Span): Span {
  const from = Math.max(one.from, other.from) as CivilDay;
  const until = Math.min(one.until ?? FOR_EVER, other.until ?? FOR_EVER);
  return { from, until: until === FOR_EVER ? null : (until as CivilDay) };
}

/** What is left of a span without the days of others. */
function without(span: Span, others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) => left.flatMap((piece) => piecesBeside(piece, other)),
    isEmpty(span) ? [] : [span],
  );
}

function piecesBeside(piece: Span, other: Span): readonly Span[] {
  const before = { from: piece.from, until: least(piece.until, other.from) };
  const after =
    other.until === null ? null : { from: Math.max(piece.from, other.until) as CivilDay, until: piece.until };
  return [before, after].filter((one) => one !== null).filter((one) => !isEmpty(one));
}

function least(one: CivilDay | null, other: CivilDay): CivilDay {
  return one === null || other < one ? other : one;
}

function isEmpty({ from, until }: Span): boolean {
  return until !== null && until <= from;
}

function isAbout({ target }: TariffRule, { kind, id, groupIds }: Payer): boolean {
  switch (target.kind) {
    case 'card':
      return kind === 'card' && target.cardId === id;
    case 'driver':
      return kind === 'driver' && target.driverId === id;
    case 'user-group':
      return groupIds.includes(target.groupId);
    default:
      return false;
  }
}

function payersOf({ desk }: Application): readonly Payer[] {
  const { live } = desk;
  const drivers = [...live.access.drivers.values()].map((driver) => ({
    ...driver,
    kind: 'driver' as const,
  }));
  const cards = [...live.access.cards.values()]
    .filter((card) => !live.access.assignmentsOf({ kind: 'card', id: card.id }).some(isOfDriver))
    .map((card) => ({ ...card, kind: 'card' as const, name: cardName(card) }));
  return [...drivers, ...cards];
}

function isOfDriver({
  driverId,
  removedAt,
}: {
  readonly driverId: unknown;
  readonly removedAt: unknown;
}): boolean {
  return driverId !== null && removedAt === null;
}

function dayOf(at: Instant, zone: string): CivilDay {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return civilDay({ year, month, day });
}
