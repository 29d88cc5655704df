import type { DriverDetail, Driver as DriverView } from '#api/drivers.ts';
import type { Driver } from '#core/access/driver.ts';
import { holderState } from '#core/access/holder-state.ts';
import { driverId } from '#core/shared/ids.ts';
import { addDriver, changeDriver, type DriverWish } from '../../access/change-drivers.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { homeNode } from '../home-node.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { accessCursorText, accessListRequest } from './access-list-query.ts';
import { driversOfNumber } from './found-by-number.ts';
import { monthUse } from './month-use.ts';
import { assignmentViews, groupRefs, heldRefs, onNode } from './party-refs.ts';
import { groupsAfter, groupsFor } from './reach.ts';
import { mustBeginFirst, timesWish } from './times-wish.ts';
import { trimmed } from './trimmed.ts';

type Names = 'listDrivers' | 'getDriver' | 'addDriver' | 'changeDriver' | 'removeDriver' | 'restoreDriver';

export function driverHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listDrivers({ query, caller }) {
      const { state } = query;
      const { items, next } = await app.store.reads.listDrivers({
        ...accessListRequest(app, caller, { query, idsOf: (text) => driversOfNumber(live, text) }),
        ...(state === undefined ? {} : { state }),
        now: app.clock.now(),
      });
      return { items: await driverViews(app, caller, items), next: accessCursorText(next) };
    },

    getDriver: ({ params, caller }) => detail(caller, driver(params.driverId)),

    async addDriver({ body, caller }) {
      const { name, tenantId: wished, groupIds, validFrom, expiresAt, ...texts } = body;
      const node = homeNode(app, caller, { of: 'access', wished });
      const times = timesWish({ validFrom, expiresAt });
      mustBeginFirst(times.validFrom, times.expiresAt, 'body/expiresAt');
      const added = await addDriver(
        app,
        {
          ...trimmed(texts),
          ...times,
          name: name.trim(),
          tenantId: node,
          groupIds: groupsFor(app, caller, { of: 'users', node, before: [], wished: groupIds ?? [] }),
        },
        caller.name,
      );
      return detail(caller, added);
    },

    async changeDriver({ params, body, caller }) {
      const known = present(params.driverId);
      const { blocked, tenantId: wished, groupIds, validFrom, expiresAt, ...texts } = body;
      const node = wished === undefined ? known.tenantId : homeNode(app, caller, { of: 'access', wished });
      const wish: DriverWish = {
        ...trimmed(texts),
        ...timesWish({ validFrom, expiresAt }),
        tenantId: node,
        groupIds: groupsAfter(app, caller, { known, node, wished: groupIds }),
      };
      const { validFrom: from, expiresAt: to } = { ...known, ...wish };
      mustBeginFirst(from, to, 'body/expiresAt');
      return detail(caller, await changeDriver(app, known.id, { wish, blocked, by: caller.name }));
    },

    async removeDriver({ params, caller }) {
      await changeDriver(app, present(params.driverId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreDriver({ params, caller }) {
      const { id } = driver(params.driverId);
      return detail(caller, await changeDriver(app, id, { removed: false, by: caller.name }));
    },
  };

  function driver(id: number): Driver {
    return found(live.access.drivers.get(driverId(id)), `driver ${id}`);
  }

  /** A driver who has not been removed. */
  function present(id: number): Driver {
    const known = driver(id);
    return found(known.removedAt === null ? known : null, `driver ${id}`);
  }

  async function detail(caller: Caller, shown: Driver): Promise<DriverDetail> {
    const [view] = await driverViews(app, caller, [shown]);
    return {
      ...found(view, `driver ${shown.id}`),
      assignments: assignmentViews(app, caller, { kind: 'driver', id: shown.id }),
    };
  }
}

async function driverViews(
  app: Application,
  caller: Caller,
  drivers: readonly Driver[],
): Promise<DriverView[]> {
  const { live } = app.desk;
  const useOf = await monthUse(app, { of: 'driver', keys: drivers.map(({ id }) => id) });
  return drivers.map((driver) => {
    const { cards, vehicles } = heldRefs(app, caller, { kind: 'driver', id: driver.id });
    return {
      id: driver.id,
      ...onNode(live, driver.tenantId),
      name: driver.name,
      email: driver.email,
      phone: driver.phone,
      costCentre: driver.costCentre,
      contract: driver.contract,
      groups: groupRefs(live, driver.groupIds),
      validFrom: isoTimeOrNull(driver.validFrom),
      expiresAt: isoTimeOrNull(driver.expiresAt),
      blockedAt: isoTimeOrNull(driver.blockedAt),
      note: driver.note,
      addedAt: isoTime(driver.addedAt),
      state: holderState(driver, app.clock.now()),
      cards,
      vehicles,
      ...useOf([driver.id]),
    };
  });
}
