import type {
  RuleExtras as ExtrasView,
  TariffRule as RuleView,
  RuleTarget as TargetView,
} from '#api/tariff-rules.ts';
import { forbidsTime } from '#core/eichrecht/energy-for-money.ts';
import { cardId, driverId, groupId, type TenantId, tenantId } from '#core/shared/ids.ts';
import { wattHours } from '#core/shared/units.ts';
import { basisPoints, microUnits } from '#core/tariffs/amounts.ts';
import { RULE_ORDER } from '#core/tariffs/choose-tariff.ts';
import { mayCostFee } from '#core/tariffs/fee-rules.ts';
import { isInForce, type RuleExtras, type RuleTarget, type TariffRule } from '#core/tariffs/tariff-rule.ts';
import { countingVersions } from '#core/tariffs/tariff-version.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { addTariffRule, endTariffRule, type RuleWish } from '../../tariffs/change-tariff-rules.ts';
import { reachesStation } from '../../tariffs/judge-draft.ts';
import { tariffName } from '../../tariffs/terms-of-session.ts';
import { onNode } from '../access/party-refs.ts';
import { homeNode } from '../home-node.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { nodesWhere } from '../nodes-where.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { refuseClock } from './clock-problem.ts';
import { seenTarget } from './seen-names.ts';

type Names = 'listTariffRules' | 'addTariffRule' | 'removeTariffRule' | 'restoreTariffRule';

const NO_EXTRAS: RuleExtras = {
  freePerMonth: wattHours(0),
  discount: basisPoints(0),
  monthlyFee: null,
};

export function tariffRuleHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;

  return {
    async listTariffRules({ query, caller }) {
      const nodes = nodesWhere(app, caller, { permission: 'tariffs.read' });
      const now = app.clock.now();
      const shown = live.prices
        .rulesAt(now)
        .filter(
          ({ tenantId: node, tariffId }) =>
            (nodes === null || nodes.includes(node)) &&
            (query.tariffId === undefined || query.tariffId === tariffId),
        );
      return { items: shown.toSorted(byStrength).map((rule) => ruleView(caller, rule)) };
    },

    async addTariffRule({ body, caller }) {
      const node = homeNode(app, caller, { of: 'tariffs', wished: body.tenantId });
      const tariff = live.prices.tariffs.get(body.tariffId);
      const isSeen = tariff?.removedAt === null && caller.can('tariffs.read', tariff.tenantId);
      found(isSeen ? tariff : null, `tariff ${body.tariffId}`);
      const target = targetOf(caller, node, body.target);
      if (body.extras !== undefined && body.extras.monthlyFee !== null && !mayCostFee(target))
        throw new ApiProblem('invalid-request', {
          fields: [{ path: 'body/extras/monthlyFee', message: 'needs a card, a driver or a user group' }],
        });
      const wish = {
        tenantId: node,
        tariffId: body.tariffId,
        target,
        extras: body.extras === undefined ? NO_EXTRAS : extrasOf(body.extras),
      };
      mustMaySellTime(caller, wish);
      if (body.replaces !== undefined) replaceable(caller, body.replaces, node);
      return added(caller, wish, body.replaces ?? null);
    },

    async removeTariffRule({ params, caller }) {
      found(live.prices.rules.get(params.tariffRuleId), `rule ${params.tariffRuleId}`);
      await endTariffRule(app, params.tariffRuleId, caller.name);
      return { ok: true };
    },

    async restoreTariffRule({ params, caller }) {
      const rule = found(live.prices.rules.get(params.tariffRuleId), `rule ${params.tariffRuleId}`);
      if (isInForce(rule, app.clock.now())) return ruleView(caller, rule);
      const { tenantId, tariffId, extras } = rule;
      const tariff = live.prices.tariffs.get(tariffId);
      found(tariff?.removedAt === null ? tariff : null, `tariff ${tariffId}`);
      // What it is about may have been removed since.
      const target = targetOf(caller, tenantId, rule.target);
      const wish = { tenantId, tariffId, target, extras };
      mustMaySellTime(caller, wish);
      return added(caller, wish, null);
    },
  };

  async function added(caller: Caller, wish: RuleWish, replaces: number | null): Promise<RuleView> {
    const outcome = await addTariffRule(app, wish, { replaces, by: caller.name });
    if (outcome.kind === 'currency-differs')
      throw new ApiProblem('currency-differs', { detail: outcome.currency });
    return ruleView(caller, outcome.rule);
  }

  /** A rule of another node is not moved by being edited. */
  function replaceable(caller: Caller, id: number, node: TenantId): void {
    const rule = live.prices.rules.get(id);
    const isSeen = rule !== undefined && caller.can('tariffs.read', rule.tenantId);
    const { tenantId: at } = found(isSeen ? rule : null, `rule ${id}`);
    if (!caller.can('tariffs.write', at)) throw new ApiProblem('forbidden', { detail: `rule ${id}` });
    if (at !== node) throw new ApiProblem('other-branch', { detail: `rule ${id}` });
  }

  /** Under calibration law nobody pays for time at a station whose certificate does not let its clock be used, now or by what is scheduled. */
  function mustMaySellTime(caller: Caller, wish: RuleWish): void {
    const now = app.clock.now();
    const rule = { ...wish, id: 0, from: now, removedAt: null };
    const stations = [...live.stations.values()].filter(
      (station) => forbidsTime(station.metering) && reachesStation(live, rule, station),
    );
    const name = tariffName(live, rule);
    for (const { tariff } of countingVersions(live.prices.versionsOf(wish.tariffId), now))
      refuseClock(caller, { name, tariff }, stations);
  }

  /** What a rule may name: things that the caller may see, on its node or tied to what lies there. */
  function targetOf(caller: Caller, node: TenantId, view: TargetView): RuleTarget {
    const { cards, drivers, groups } = live.access;
    switch (view.kind) {
      case 'card': {
        const card = cards.get(cardId(view.cardId));
        return { kind: view.kind, cardId: seen(caller, card, `card ${view.cardId}`).id };
      }
      case 'driver': {
        const driver = drivers.get(driverId(view.driverId));
        return { kind: view.kind, driverId: seen(caller, driver, `driver ${view.driverId}`).id };
      }
      case 'user-group':
      case 'station-group': {
        const of = view.kind === 'user-group' ? 'users' : 'stations';
        const group = groups.get(groupId(view.groupId));
        const known = seen(caller, group?.of === of ? group : undefined, `group ${view.groupId}`);
        return { kind: view.kind, groupId: known.id };
      }
      case 'power-class':
      case 'default':
        return view;
      case 'site':
      case 'tenant': {
        const tenant = live.tenants.get(tenantId(view.tenantId));
        const isThere = tenant?.removedAt === null && caller.can('tariffs.read', tenant.id);
        const { id } = found(isThere ? tenant : null, `tenant ${view.tenantId}`);
        if (!isWithin(live.tenants, id, node))
          throw new ApiProblem('other-branch', { detail: `tenant ${id}` });
        return { kind: view.kind, tenantId: id };
      }
    }
  }

  function ruleView(caller: Caller, rule: TariffRule): RuleView {
    return {
      id: rule.id,
      ...onNode(live, rule.tenantId),
      tariffId: rule.tariffId,
      tariffName: tariffName(live, rule),
      target: targetView(rule.target),
      targetName: seenTarget(live, caller, rule.target),
      extras: extrasView(rule.extras),
      from: isoTime(rule.from),
      removedAt: isoTimeOrNull(rule.removedAt),
    };
  }
}

type OnTenant = { readonly tenantId: TenantId; readonly removedAt: number | null };

function seen<Thing extends OnTenant>(caller: Caller, thing: Thing | undefined, what: string): Thing {
  return found(thing?.removedAt === null && mayRead(caller, thing) ? thing : null, what);
}

function mayRead(caller: Caller, thing: OnTenant | undefined): boolean {
  return thing !== undefined && caller.can('access.read', thing.tenantId);
}

function byStrength(a: TariffRule, b: TariffRule): number {
  return RULE_ORDER.indexOf(a.target.kind) - RULE_ORDER.indexOf(b.target.kind) || a.id - b.id;
}

function targetView(target: RuleTarget): TargetView {
  return target;
}

function extrasOf({ freeWhPerMonth, discountBasisPoints, monthlyFee }: ExtrasView): RuleExtras {
  return {
    freePerMonth: wattHours(freeWhPerMonth),
    discount: basisPoints(discountBasisPoints),
    monthlyFee:
      monthlyFee === null
        ? null
        : {
            perMonth: microUnits(monthlyFee.perMonthMicros),
            vat: monthlyFee.vatBasisPoints === null ? null : basisPoints(monthlyFee.vatBasisPoints),
            currency: monthlyFee.currency,
          },
  };
}

function extrasView({ freePerMonth, discount, monthlyFee }: RuleExtras): ExtrasView {
  return {
    freeWhPerMonth: freePerMonth,
    discountBasisPoints: discount,
    monthlyFee:
      monthlyFee === null
        ? null
        : {
            perMonthMicros: monthlyFee.perMonth,
            vatBasisPoints: monthlyFee.vat,
            currency: monthlyFee.currency,
          },
  };
}
