import { Temporal } from 'temporal-polyfill';
import type { PricedExample, Rehearsal } from '#api/tariff-trials.ts';
import { type Instant, instant, MINUTE, milliseconds } from '#core/shared/units.ts';
import { milliwattHours } from '#core/tariffs/amounts.ts';
import { canBePublished } from '#core/tariffs/judge-tariff.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import type { Difference, RehearsalSums } from '#core/tariffs/rehearse.ts';
import type { SessionFacts, UsagePeriod } from '#core/tariffs/session-facts.ts';
import type { Application } from '../../application.ts';
import { judgeDraft } from '../../tariffs/judge-draft.ts';
import { daysOf } from '../../tariffs/rating-facts.ts';
import { isoTime } from '../iso-time.ts';
import { nodesWhere } from '../nodes-where.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { faultView } from './fault-view.ts';
import { moneyView, stepView } from './price-step-view.ts';
import { seenStation } from './seen-names.ts';
import { tariffOf } from './tariff-model.ts';

/** Longest list of those for whom most changes. */
const MOST_PAYERS = 50;

export function trialHandlers(
  app: Application,
): SomeHandlers<'checkTariff' | 'priceExample' | 'rehearseTariff'> {
  const { live } = app.desk;

  return {
    async checkTariff({ body, caller }) {
      const tariffId = body.tariffId ?? null;
      const known = tariffId === null ? null : live.prices.tariffs.get(tariffId);
      if (known !== null)
        found(
          known !== undefined && caller.can('tariffs.read', known.tenantId) ? known : null,
          `tariff ${tariffId}`,
        );
      const { faults, stationsWithoutTime } = judgeDraft(app, tariffOf(body.tariff), tariffId);
      return {
        faults: faults.map(faultView),
        publishable: canBePublished(faults) && stationsWithoutTime.length === 0,
        stationsWithoutTime: stationsWithoutTime.map((station) => seenStation(caller, station)),
      };
    },

    async priceExample({ body }): Promise<PricedExample> {
      const tariff = tariffOf(body.tariff);
      const { startsAt, chargingMinutes, idleMinutes, energyWh } = body.session;
      const from = momentOf(startsAt, live.site.timeZone);
      const full = instant(from + chargingMinutes * MINUTE);
      const to = instant(full + idleMinutes * MINUTE);
      const facts = exampleFacts({ from, full, to, energyWh });
      const outcome = priceSession(facts, tariff, daysOf(live.site.timeZone));
      const isPriced = outcome.kind === 'priced';
      return {
        currency: tariff.currency,
        total: isPriced ? moneyView(outcome.total) : null,
        held: isPriced ? null : outcome.reason.kind,
        steps: isPriced ? outcome.steps.map(stepView) : [],
        startsAt: isoTime(from),
        endsAt: isoTime(to),
      };
    },

    async rehearseTariff({ body, caller }) {
      const tariff = tariffOf(body.tariff);
      const sums = await app.rehearsals.rehearse({
        tariff,
        tariffId: body.tariffId ?? null,
        month: body.month,
        tenants: nodesWhere(app, caller, { permission: 'sessions.read' }),
      });
      return rehearsalView(sums, { month: body.month, currency: tariff.currency });
    },
  };
}

/** A time on the site's wall; of a doubled hour the first, of a missing one what comes after. */
function momentOf(local: string, timeZone: string): Instant {
  try {
    return instant(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    throw new ApiProblem('invalid-request', {
      fields: [{ path: 'body/session/startsAt', message: 'must be a day and a time that there are' }],
    });
  }
}

interface Example {
  readonly from: Instant;
  /** When the car is full. */
  readonly full: Instant;
  readonly to: Instant;
  readonly energyWh: number;
}

/** A car that charges evenly, and then stands. */
function exampleFacts({ from, full, to, energyWh }: Example): SessionFacts {
  const period = (start: Instant, end: Instant, charges: boolean): UsagePeriod => ({
    from: start,
    to: end,
    energy: milliwattHours(charges ? energyWh * 1_000 : 0),
    charging: milliseconds(charges ? end - start : 0),
    idle: milliseconds(charges ? 0 : end - start),
    reserved: milliseconds(0),
    power: null,
    current: null,
    readings: null,
  });
  const charging = period(from, full, true);
  return {
    periods: to > full ? [charging, period(full, to, false)] : [charging],
    expired: false,
    strongest: null,
    contract: null,
  };
}

function rehearsalView(
  sums: RehearsalSums,
  { month, currency }: { readonly month: string; readonly currency: string },
): Rehearsal {
  const payers = [...sums.payers.values()].map((one) => ({ payer: one.name, ...view(one) }));
  const change = (one: ReturnType<typeof view>) => one.afterMinor - one.beforeMinor;
  return {
    month,
    currency,
    ...view(sums.all),
    energyWh: Math.round(sums.energyMwh / 1_000),
    leftOut: sums.leftOut,
    groups: [...sums.groups.values()].map((one) => ({ group: one.name, ...view(one) })),
    payers: payers.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a))).slice(0, MOST_PAYERS),
    payMore: payers.filter((one) => change(one) > 0).length,
    payLess: payers.filter((one) => change(one) < 0).length,
  };
}

function view({ sessions, before, after }: Difference) {
  return { sessions, beforeMinor: before, afterMinor: after };
}
