import { forbidsTime } from '#core/eichrecht/energy-for-money.ts';
import type { Instant } from '#core/shared/units.ts';
import { powerClassOf } from '#core/stations/power-class.ts';
import type { Station } from '#core/stations/station.ts';
import { judgeTariff } from '#core/tariffs/judge-tariff.ts';
import { needsClock } from '#core/tariffs/needs-clock.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { TariffFault } from '#core/tariffs/tariff-fault.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import { isInForce, type TariffRule } from '#core/tariffs/tariff-rule.ts';
import { countingVersions } from '#core/tariffs/tariff-version.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { daysOf } from './rating-facts.ts';
import { otherCurrency } from './site-currencies.ts';

export interface JudgedDraft {
  readonly faults: readonly TariffFault[];
  /** The stations at which it could count and whose certificate does not let time be sold. */
  readonly stationsWithoutTime: readonly Station[];
}

/** What is wrong with a draft of a tariff, by itself and at the stations where rules let somebody pay by it. */
export function judgeDraft(app: Application, draft: Tariff, tariffId: number | null): JudgedDraft {
  const { live } = app.desk;
  const now = app.clock.now();
  const { timeZone } = live.site;
  const faults = [
    ...judgeTariff(draft, { zone: timeZone, isZone: true, today: daysOf(timeZone).dayAt(now).day }),
    ...judgeCurrency(live, draft, { now, tariffId }),
  ];
  if (tariffId === null || !needsClock(draft)) return { faults, stationsWithoutTime: [] };
  const rules = [...live.prices.rules.values()].filter(
    (rule) => rule.tariffId === tariffId && isInForce(rule, now),
  );
  const stations = [...live.stations.values()].filter(
    (station) => forbidsTime(station.metering) && rules.some((rule) => reachesStation(live, rule, station)),
  );
  return { faults, stationsWithoutTime: stations };
}

function judgeCurrency(
  live: LiveSite,
  { currency }: Tariff,
  { now, tariffId }: { readonly now: Instant; readonly tariffId: number | null },
): readonly TariffFault[] {
  const other = otherCurrency(live, { currency, now, besides: tariffId });
  if (other === null) return [];
  return [
    { at: { kind: 'tariff' }, fault: { kind: 'other-currency', currency: other }, severity: 'forbids' },
  ];
}

/** The tariffs by which somebody could pay at a station, now or as is scheduled, and that need a clock which may be used for prices. */
export function clockTariffsAt(
  { clock, desk: { live } }: Application,
  station: Station,
): readonly TariffRecord[] {
  const now = clock.now();
  const ids = live.prices
    .rulesAt(now)
    .filter((rule) => reachesStation(live, rule, station))
    .map(({ tariffId }) => tariffId);
  return [...new Set(ids)].flatMap((id) => {
    const tariff = live.prices.tariffs.get(id);
    const counting = countingVersions(live.prices.versionsOf(id), now);
    return tariff !== undefined && counting.some((one) => needsClock(one.tariff)) ? [tariff] : [];
  });
}

/** Whether a rule could make somebody pay by its tariff at a station, whoever that is. */
export function reachesStation(live: LiveSite, { tenantId, target }: TariffRule, station: Station): boolean {
  if (station.retiredAt !== null || !isWithin(live.tenants, station.tenantId, tenantId)) return false;
  switch (target.kind) {
    case 'station-group':
      return station.groupIds.includes(target.groupId);
    case 'power-class':
      return powerClassOf(station) === target.powerClass;
    case 'site':
    case 'tenant':
      return isWithin(live.tenants, station.tenantId, target.tenantId);
    case 'card':
    case 'driver':
    case 'user-group':
    case 'default':
      return true;
  }
}
