import type { Driver } from '#core/access/driver.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { type DriverId, driverId, type TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { blockedSince, type Changing, changeWord, removedSince } from './change-word.ts';

/** What a person says of a driver; what is left out stays. */
export type DriverWish = Partial<Omit<Driver, 'id' | 'addedAt' | 'blockedAt' | 'removedAt'>>;

/** Adds a driver, who may charge at once. */
export function addDriver(
  app: Application,
  wish: DriverWish & { readonly name: string; readonly tenantId: TenantId },
  by: string,
): Promise<Driver> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    const driver: Driver = {
      email: '',
      phone: '',
      costCentre: '',
      contract: '',
      groupIds: [],
      validFrom: null,
      expiresAt: null,
      note: '',
      ...wish,
      id: driverId(live.nextId('driver')),
      blockedAt: null,
      addedAt: now,
      removedAt: null,
    };
    return kept(driver, { kind: 'driver-added', now, by });
  });
}

/** Changes, blocks, removes or brings back a driver who is there. */
export function changeDriver(
  app: Application,
  id: DriverId,
  { wish, blocked, removed, by }: Changing<DriverWish>,
): Promise<Driver> {
  return app.desk.decide((live) => {
    const known = live.access.drivers.get(id);
    if (known === undefined) throw new Error(`There is no driver ${id}`);
    const now = app.clock.now();
    const driver: Driver = {
      ...known,
      ...wish,
      blockedAt: blockedSince(known, blocked, now),
      removedAt: removedSince(known, removed, now),
    };
    return kept(driver, { kind: `driver-${changeWord({ blocked, removed })}`, now, by });
  });
}

function kept(
  driver: Driver,
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<Driver> {
  return {
    value: driver,
    changes: [
      { kind: 'save-driver', driver },
      logLine(now, kind, { actor: by, tenantId: driver.tenantId, facts: { driver: driver.name } }),
    ],
    told: [{ kind: 'access' }, { kind: 'card' }, { kind: 'log' }],
  };
}
