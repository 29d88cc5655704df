import type { CardId, DriverId, GroupId, TenantId } from '../shared/ids.ts';
import type { PowerClass } from '../stations/power-class.ts';
import type { RuleTarget, TariffRule } from './tariff-rule.ts';

/** Who charges, wherever that is. */
export interface ChargerFacts {
  readonly cardId: CardId | null;
  readonly driverId: DriverId | null;
  /** Of the card, its driver and its vehicle; in the order in which they count. */
  readonly userGroups: readonly GroupId[];
}

/** Who charges where. */
export interface PayerFacts extends ChargerFacts {
  readonly stationGroups: readonly GroupId[];
  /** Null where no station in particular is meant. */
  readonly powerClass: PowerClass | null;
  /** The station's node and everything above it, from the node upwards. */
  readonly tenantPath: readonly TenantId[];
}

export type TariffChoice =
  | { readonly kind: 'chosen'; readonly rule: TariffRule; readonly lost: readonly LostRule[] }
  | { readonly kind: 'no-tariff' };

/** A rule that would have counted, had not a better one. */
export interface LostRule {
  readonly rule: TariffRule;
  /** `stronger-kind`: the winner stands higher; `same-kind`: it is of the same kind and comes first. */
  readonly because: 'stronger-kind' | 'same-kind';
}

/** From the strongest: what is said of one card counts before what is said of its driver, and so on. */
export const RULE_ORDER: readonly RuleTarget['kind'][] = [
  'card',
  'driver',
  'user-group',
  'station-group',
  'power-class',
  'site',
  'tenant',
  'default',
];

/**
 * Which tariff somebody pays by; the first hit wins. Of two rules of one kind the nearer one does: the group named first,
 * the tenant nearest to the station, else the older rule. A rule counts for stations on its own node and below. Who lost
 * is told, for the page that answers "Why?".
 */
export function chooseTariff(facts: PayerFacts, rules: readonly TariffRule[]): TariffChoice {
  const hits = rules
    .flatMap((rule) => {
      const distance = distanceOf(rule, facts);
      return distance === null ? [] : [{ rule, distance, place: RULE_ORDER.indexOf(rule.target.kind) }];
    })
    .sort((a, b) => a.place - b.place || a.distance - b.distance || a.rule.id - b.rule.id);
  const [winner, ...others] = hits;
  if (winner === undefined) return { kind: 'no-tariff' };
  const lost = others.map(({ rule, place }): LostRule => {
    return { rule, because: place === winner.place ? 'same-kind' : 'stronger-kind' };
  });
  return { kind: 'chosen', rule: winner.rule, lost };
}

/** How far a rule is from who charges where, 0 being nearest; null where it is not about them. */
function distanceOf({ target, tenantId }: TariffRule, facts: PayerFacts): number | null {
  const node = placeIn(facts.tenantPath, tenantId);
  if (node === null) return null;
  switch (target.kind) {
    case 'card':
      return target.cardId === facts.cardId ? 0 : null;
    case 'driver':
      return target.driverId === facts.driverId ? 0 : null;
    case 'user-group':
      return placeIn(facts.userGroups, target.groupId);
    case 'station-group':
      return placeIn(facts.stationGroups, target.groupId);
    case 'power-class':
      return target.powerClass === facts.powerClass ? 0 : null;
    case 'site':
    case 'tenant':
      return placeIn(facts.tenantPath, target.tenantId);
    case 'default':
      return node;
  }
}

function placeIn<Id>(ids: readonly Id[], id: Id): number | null {
  const place = ids.indexOf(id);
  return place === -1 ? null : place;
}
