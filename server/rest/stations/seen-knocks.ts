import { stationId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import type { Knock } from '../../stations/knocks.ts';

/** Attempts that a caller may see: those of known stations at their node, all others at the root. */
export function seenKnocks({ knocks, desk }: Application, caller: Caller): readonly Knock[] {
  return knocks.list().filter((knock) => {
    const station = knock.stationId === null ? undefined : desk.live.stations.get(stationId(knock.stationId));
    return caller.can('stations.manage', station?.tenantId ?? ROOT_TENANT);
  });
}
