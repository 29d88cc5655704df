import type { AccessRule as RuleView } from '#api/access-rules.ts';
import type { AccessRule, Weekday, WeekWindow, WhereMay, WhoMay } from '#core/access/access-rule.ts';
import { isAbout } from '#core/access/rule-scope.ts';
import { stationId, type TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import { addRule, changeRule } from '../../access/change-rules.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { homeNode } from '../home-node.ts';
import { isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { nodesOf } from './access-list-query.ts';
import { groupRefs, onNode } from './party-refs.ts';
import { namedGroups } from './reach.ts';
import { mustBeginFirst, timesWish } from './times-wish.ts';

type Names = 'listRules' | 'addRule' | 'changeRule' | 'removeRule' | 'restoreRule';

const EVERYWHERE: WhereMay = { groupIds: [], powerClasses: [], stationIds: [] };

export function ruleHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listRules({ query, caller }) {
      const nodes = nodesOf(app, caller, query.tenantId);
      const station =
        query.stationId === undefined ? undefined : live.stations.get(stationId(query.stationId));
      const rules = [...live.access.rules.values()].filter(
        (rule) =>
          rule.removedAt === null &&
          (nodes === null || nodes.includes(rule.tenantId)) &&
          (query.stationId === undefined || (station !== undefined && isAbout(rule, station, live.tenants))),
      );
      return { items: rules.map((rule) => ruleView(caller, rule)), closedStations: closedStations(caller) };
    },

    async addRule({ body, caller }) {
      const tenantId = homeNode(app, caller, { of: 'access', wished: body.tenantId });
      const { from = null, to = null } = timesWish({ from: body.from, to: body.to });
      mustBeginFirst(from, to, 'body/to');
      const rule = {
        tenantId,
        name: body.name.trim(),
        who: whoOf(caller, body.who),
        where: whereOf(caller, tenantId, body.where ?? EVERYWHERE),
        windows: windowsOf(body.windows ?? []),
        from,
        to,
      };
      return ruleView(caller, await addRule(app, rule, caller.name));
    },

    async changeRule({ params, body, caller }) {
      const known = present(params.ruleId);
      const { name, who, where, windows, from, to } = body;
      const times = timesWish({ from, to });
      const wish = {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(who === undefined ? {} : { who: whoOf(caller, who) }),
        ...(where === undefined ? {} : { where: whereOf(caller, known.tenantId, where) }),
        ...(windows === undefined ? {} : { windows: windowsOf(windows) }),
        ...times,
      };
      const changed = { ...known, ...wish };
      mustBeginFirst(changed.from, changed.to, 'body/to');
      return ruleView(caller, await changeRule(app, known.id, { wish, by: caller.name }));
    },

    async removeRule({ params, caller }) {
      await changeRule(app, present(params.ruleId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreRule({ params, caller }) {
      const { id, who, where } = rule(params.ruleId);
      const removed = [...(who.kind === 'groups' ? who.groupIds : []), ...where.groupIds]
        .map((group) => live.access.groups.get(group))
        .find((group) => group?.removedAt !== null);
      if (removed !== undefined) throw new ApiProblem('group-removed', { detail: removed.name });
      return ruleView(caller, await changeRule(app, id, { removed: false, by: caller.name }));
    },
  };

  function rule(id: number): AccessRule {
    return found(live.access.rules.get(id), `access rule ${id}`);
  }

  /** A rule that has not been removed. */
  function present(id: number): AccessRule {
    const known = rule(id);
    return found(known.removedAt === null ? known : null, `access rule ${id}`);
  }

  function whoOf(caller: Caller, who: RuleView['who']): WhoMay {
    if (who.kind === 'everybody') return who;
    return { kind: 'groups', groupIds: namedGroups(app, caller, { of: 'users', ids: who.groupIds }) };
  }

  function whereOf(
    caller: Caller,
    node: TenantId,
    { groupIds, powerClasses, stationIds }: RuleView['where'] | WhereMay,
  ): WhereMay {
    const stations = [...new Set(stationIds)].map((id) => {
      const station = live.stations.get(stationId(id));
      if (station === undefined || !caller.can('stations.read', station.tenantId))
        throw new ApiProblem('not-found', { detail: `station ${id}`.slice(0, 200) });
      if (!isWithin(live.tenants, station.tenantId, node))
        throw new ApiProblem('other-branch', { detail: `station ${id}` });
      return station.id;
    });
    return {
      groupIds: namedGroups(app, caller, { of: 'stations', ids: groupIds }),
      powerClasses: [...new Set(powerClasses)],
      stationIds: stations,
    };
  }

  function stationsSeenBy(caller: Caller): readonly Station[] {
    return [...live.stations.values()].filter(
      (station) => station.retiredAt === null && caller.can('stations.read', station.tenantId),
    );
  }

  /** A rule that the reader may not see closes a station all the same. */
  function closedStations(caller: Caller): number {
    const now = app.clock.now();
    const inForce = [...live.access.rules.values()].filter((one) => stateOf(one, now) === 'in-force');
    return stationsSeenBy(caller).filter((station) =>
      inForce.some((one) => isAbout(one, station, live.tenants)),
    ).length;
  }

  function ruleView(caller: Caller, shown: AccessRule): RuleView {
    const { who, where } = shown;
    const shownStations = stationsSeenBy(caller).filter((station) => isAbout(shown, station, live.tenants));
    return {
      id: shown.id,
      ...onNode(live, shown.tenantId),
      name: shown.name,
      who: who.kind === 'everybody' ? who : { kind: 'groups', groupIds: [...who.groupIds] },
      where: {
        groupIds: [...where.groupIds],
        powerClasses: [...where.powerClasses],
        stationIds: [...where.stationIds],
      },
      groups: groupRefs(live, [...(who.kind === 'groups' ? who.groupIds : []), ...where.groupIds]),
      windows: shown.windows.map(({ days, from, to }) => ({ days: [...days], from, to })),
      from: isoTimeOrNull(shown.from),
      to: isoTimeOrNull(shown.to),
      state: stateOf(shown, app.clock.now()),
      stationCount: shownStations.length,
    };
  }
}

function windowsOf(windows: readonly RuleView['windows'][number][]): readonly WeekWindow[] {
  return windows.map(({ days, from, to }) => ({
    // The schema has vouched for 1 to 7.
    days: [...new Set(days)].toSorted((a, b) => a - b) as Weekday[],
    from,
    to,
  }));
}

function stateOf({ removedAt, from, to }: AccessRule, now: Instant): RuleView['state'] {
  if (removedAt !== null) return 'removed';
  if (from !== null && now < from) return 'not-yet';
  return to !== null && to <= now ? 'ended' : 'in-force';
}
