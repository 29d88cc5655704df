import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import type { RouteName } from '#api/routes.ts';

type Reason = LiveEvent['kind'] | 'after-own-change';

const ALL = 'all';

/** Which reads may answer differently after what happened. */
const STALE_AFTER: Readonly<Record<Reason, readonly RouteName[] | typeof ALL>> = {
  reset: ALL,
  'after-own-change': ALL,
  site: ALL,
  'sign-in': ['status', 'getAccount', 'listOwnSignIns'],
  station: [
    'getOfflineBoard',
    'listReservations',
    'getLimits',
    'getLocalList',
    'listUploads',
    'listStationDocuments',
    'listStations',
    'getStation',
    'getOverview',
    'explainStation',
    'listKnocks',
    'getStationSecurity',
    'getTariffMatrix',
    'listClockTariffs',
    'listMeterKeys',
    'getSignedValues',
  ],
  configuration: [
    'getOfflineBoard',
    'getConfiguration',
    'listConfigurationChanges',
    'getBehaviour',
    'listTemplates',
    'compareTemplate',
  ],
  session: [
    'explainStation',
    'listSessions',
    'listOwnSessions',
    'sessionTotals',
    'getSession',
    'getSignedValues',
    'getSessionPrice',
    'listHeldPrices',
    'getRevenue',
    'listStations',
    'getStation',
    'getOverview',
  ],
  stray: ['listStrays', 'sessionTotals', 'getOverview'],
  card: [
    'getOfflineBoard',
    'getLocalList',
    'explainStation',
    'listCards',
    'listOwnCards',
    'getCard',
    'listHeldCards',
    'listStations',
    'dryRunImport',
  ],
  access: [
    'getOwn',
    'listOwnCards',
    'listDrivers',
    'getDriver',
    'listVehicles',
    'getVehicle',
    'listGroups',
    'listMembers',
    'listTariffRules',
    'getTariffMatrix',
    'listRules',
    'checkAccess',
    'listCards',
    'getCard',
    'dryRunImport',
  ],
  'held-card': ['explainStation', 'listHeldCards', 'listCards', 'getCard'],
  command: [
    'getOfflineBoard',
    'listReservations',
    'getLimits',
    'getLocalList',
    'listUploads',
    'explainStation',
    'listCommands',
  ],
  acceptance: ['listAcceptance', 'getOfflineBoard'],
  knock: ['explainStation', 'listKnocks', 'getOverview'],
  door: ['listDoor', 'getAddressCard'],
  client: ['listClients', 'getClient', 'listIssuers', 'getIssuer'],
  webhook: ['listWebhooks', 'listDeliveries'],
  tariff: [
    'listTariffs',
    'getTariff',
    'listTariffRules',
    'getTariffMatrix',
    'listClockTariffs',
    'checkTariff',
    'rehearseTariff',
    'getMonthlyFees',
    'getSessionPrice',
  ],
  log: ['listLog', 'getOverview'],
};

/** Reads again what is on the screen and may have changed; the rest is read when it is next looked at. */
export function refreshRoutes(client: QueryClient, ...reasons: readonly Reason[]): Promise<void> {
  if (isEverythingStale(reasons)) return client.invalidateQueries();
  const names = routesStaleAfter(reasons);
  return client.invalidateQueries({ predicate: (query) => names.has(query.queryKey[0]) });
}

export function isEverythingStale(reasons: readonly Reason[]): boolean {
  return reasons.some((reason) => STALE_AFTER[reason] === ALL);
}

/** The routes that may answer differently; of no use when everything may. */
export function routesStaleAfter(reasons: readonly Reason[]): ReadonlySet<unknown> {
  return new Set(reasons.flatMap((reason) => STALE_AFTER[reason]));
}
