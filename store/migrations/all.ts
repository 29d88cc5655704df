import { foundSite } from './0001-found-site.ts';
import { secureStations } from './0002-secure-stations.ts';
import { keepConfiguration } from './0003-keep-configuration.ts';
import { serveStations } from './0004-serve-stations.ts';
import { rememberAddresses } from './0005-remember-addresses.ts';
import { keepAcceptanceRuns } from './0006-keep-acceptance-runs.ts';
import { holdStations } from './0007-hold-stations.ts';
import { peopleAndAccess } from './0008-people-and-access.ts';
import { keepStationDocuments } from './0009-keep-station-documents.ts';
import { priceSessions } from './0010-price-sessions.ts';
import { keepMeterKeys } from './0011-keep-meter-keys.ts';
import { nameWhyPricesWait } from './0012-name-why-prices-wait.ts';
import { rememberPricesDue } from './0013-remember-prices-due.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; the last one's number is the version this program knows. */
export const MIGRATIONS: readonly Migration[] = [
  foundSite,
  secureStations,
  keepConfiguration,
  serveStations,
  rememberAddresses,
  keepAcceptanceRuns,
  holdStations,
  peopleAndAccess,
  keepStationDocuments,
  priceSessions,
  keepMeterKeys,
  nameWhyPricesWait,
  rememberPricesDue,
];
