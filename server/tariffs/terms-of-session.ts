import type { Session } from '#core/sessions/session.ts';
import { chooseTariff, type PayerFacts } from '#core/tariffs/choose-tariff.ts';
import type { Payer, SessionTerms } from '#core/tariffs/session-terms.ts';
import type { RuleTarget, TariffRule } from '#core/tariffs/tariff-rule.ts';
import { versionAt } from '#core/tariffs/tariff-version.ts';
import { cardName } from '../access/party-names.ts';
import type { LiveSite } from '../site/live-site.ts';
import { chargingBy, payerFacts } from './payer-facts.ts';

/**
 * By what a session is paid that began at its start, by the rules and versions of then; null where nobody pays. Groups
 * and assignments are those of now: a session that comes late is told by what is known when it comes.
 */
export function termsOfSession(live: LiveSite, session: Session): SessionTerms | null {
  const station = live.stations.get(session.stationId);
  if (station === undefined) return null;
  const facts = payerFacts(live, station, chargingBy(live, session));
  const { at } = session.start;
  const choice = chooseTariff(facts, live.prices.rulesAt(at));
  if (choice.kind === 'no-tariff') return null;
  const { rule, lost } = choice;
  const version = versionAt(live.prices.versionsOf(rule.tariffId), at);
  return {
    sessionId: session.id,
    at,
    timeZone: live.site.timeZone,
    tariffId: rule.tariffId,
    tariffName: tariffName(live, rule),
    version: version?.number ?? null,
    currency: version?.tariff.currency ?? null,
    metering: station.metering,
    strongest: station.maxPower,
    rule: named(live, rule),
    lost: lost.map(({ rule: other, because }) => ({
      ...named(live, other),
      tariffName: tariffName(live, other),
      because,
    })),
    extras: rule.extras,
    payer: payerOf(session),
    group: ledgerGroup(live, rule, facts),
  };
}

/** What the target of a rule is called now; empty for the default. */
export function targetName({ access, tenants }: LiveSite, target: RuleTarget): string {
  switch (target.kind) {
    case 'card': {
      const card = access.cards.get(target.cardId);
      return card === undefined ? '' : cardName(card);
    }
    case 'driver':
      return access.drivers.get(target.driverId)?.name ?? '';
    case 'user-group':
    case 'station-group':
      return access.groups.get(target.groupId)?.name ?? '';
    case 'power-class':
      return target.powerClass;
    case 'site':
    case 'tenant':
      return tenants.get(target.tenantId)?.name ?? '';
    case 'default':
      return '';
  }
}

export function tariffName(live: LiveSite, { tariffId }: Pick<TariffRule, 'tariffId'>): string {
  return live.prices.tariffs.get(tariffId)?.name ?? '';
}

function named(live: LiveSite, { id, target }: TariffRule): SessionTerms['rule'] {
  return { id, kind: target.kind, name: targetName(live, target) };
}

function payerOf({ driverId, cardId }: Session): Payer | null {
  if (driverId !== null) return { kind: 'driver', id: driverId };
  return cardId === null ? null : { kind: 'card', id: cardId };
}

/** In whose ledger it stands: that of the group by which it is paid, else of the first that counts. */
function ledgerGroup(live: LiveSite, { target }: TariffRule, facts: PayerFacts): SessionTerms['group'] {
  const id = target.kind === 'user-group' ? target.groupId : facts.userGroups[0];
  const group = id === undefined ? undefined : live.access.groups.get(id);
  return group === undefined ? null : { id: group.id, name: group.name };
}
