import type { MatrixCell } from '#api/tariff-rules.ts';
import type { GroupId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { powerClassOf } from '#core/stations/power-class.ts';
import type { Station } from '#core/stations/station.ts';
import { chooseTariff } from '#core/tariffs/choose-tariff.ts';
import { isClockForbidden } from '#core/tariffs/needs-clock.ts';
import { pricesAt } from '#core/tariffs/prices-at.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { TariffRule } from '#core/tariffs/tariff-rule.ts';
import { type TariffVersion, versionAfter, versionAt } from '#core/tariffs/tariff-version.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { monthlyFees } from '../../tariffs/monthly-fees.ts';
import { groupFacts } from '../../tariffs/payer-facts.ts';
import { daysOf } from '../../tariffs/rating-facts.ts';
import { monthNamed } from '../../tariffs/site-month.ts';
import { tariffName } from '../../tariffs/terms-of-session.ts';
import { fromIsoTime, isoTime } from '../iso-time.ts';
import { nodesWhere } from '../nodes-where.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { seenTarget } from './seen-names.ts';

export function matrixHandlers(app: Application): SomeHandlers<'getTariffMatrix' | 'getMonthlyFees'> {
  const { live } = app.desk;

  return {
    async getTariffMatrix({ query, caller }) {
      const at = query.at === undefined ? app.clock.now() : fromIsoTime(query.at);
      const stations = [...live.stations.values()].filter(
        ({ retiredAt, tenantId }) =>
          retiredAt === null && caller.can('tariffs.read', tenantId) && caller.can('stations.read', tenantId),
      );
      const cellAt = cellsAt(at, caller);
      return {
        at: isoTime(at),
        stations: stations.map((station) => ({
          id: station.id,
          name: station.name,
          powerClass: powerClassOf(station),
        })),
        rows: [null, ...userGroups(caller)].map((group) => ({
          group,
          cells: stations.map((station) => cellAt(station, group?.id ?? null)),
        })),
      };
    },

    async getMonthlyFees({ query, caller }) {
      const nodes = nodesWhere(app, caller, { permission: 'tariffs.read' });
      const [year = 0, month = 0] = query.month.split('-').map(Number);
      const fees = monthlyFees(app, { year, month }).filter(
        ({ payer: { tenantId } }) =>
          (nodes === null || nodes.includes(tenantId)) && caller.can('access.read', tenantId),
      );
      const { to } = monthNamed(query.month, live.site.timeZone);
      const at = instant(Math.min(to - 1, app.clock.now()));
      return {
        items: fees.map(({ payer: { kind, id, name }, rule, fee, owed }) => ({
          payer: { kind, id, name },
          rule: named(caller, rule),
          currency: fee.currency,
          perMonthMicros: fee.perMonth,
          vatBasisPoints: fee.vat,
          taxes: taxesOf(rule, at),
          amountMinor: owed.amount,
          days: owed.days,
          ofDays: owed.ofDays,
        })),
      };
    },
  };

  /** As the tariff stood to tax then; by its earliest version where none counted yet, by its draft where there is none. */
  function taxesOf({ tariffId }: TariffRule, at: Instant): Tariff['taxes'] {
    const versions = live.prices.versionsOf(tariffId);
    const shown = versionAt(versions, at) ?? versionAfter(versions, at) ?? versions.at(-1);
    return (shown?.tariff ?? live.prices.tariffs.get(tariffId)?.draft)?.taxes ?? 'included';
  }

  function userGroups(caller: Caller): readonly { readonly id: GroupId; readonly name: string }[] {
    return [...live.access.groups.values()]
      .filter(
        ({ of, removedAt, tenantId }) =>
          of === 'users' && removedAt === null && caller.can('access.read', tenantId),
      )
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Cells share what is the same for many of them: the rules, and what a kWh costs by a version. */
  function cellsAt(at: Instant, caller: Caller): (station: Station, group: GroupId | null) => MatrixCell {
    const rules = live.prices.rulesAt(at);
    const days = daysOf(live.site.timeZone);
    const prices = new Map<TariffVersion, number | null>();
    const priceOf = (version: TariffVersion) => {
      if (!prices.has(version))
        prices.set(version, pricesAt(version.tariff, at, days).get('energy')?.price ?? null);
      return prices.get(version) ?? null;
    };
    return (station, group) => {
      const choice = chooseTariff(groupFacts(live, station, group), rules);
      if (choice.kind === 'no-tariff') return noCell(station);
      const { rule, lost } = choice;
      const version = versionAt(live.prices.versionsOf(rule.tariffId), at);
      return {
        stationId: station.id,
        tariffId: rule.tariffId,
        tariffName: tariffName(live, rule),
        version: version?.number ?? null,
        kwhMicros: version === null ? null : priceOf(version),
        currency: version?.tariff.currency ?? null,
        clockForbidden: version !== null && isClockForbidden(version.tariff, station.metering),
        rule: named(caller, rule),
        lost: lost.map(({ rule: other, because }) => ({
          ...named(caller, other),
          tariffName: tariffName(live, other),
          because,
        })),
      };
    };
  }

  function named(caller: Caller, rule: TariffRule) {
    return { id: rule.id, kind: rule.target.kind, name: seenTarget(live, caller, rule.target) };
  }
}

function noCell({ id }: Station): MatrixCell {
  return {
    stationId: id,
    tariffId: null,
    tariffName: null,
    version: null,
    kwhMicros: null,
    currency: null,
    clockForbidden: false,
    rule: null,
    lost: [],
  };
}
