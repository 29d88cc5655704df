import type { Change } from '#core/changes.ts';
import type { Instant } from '#core/shared/units.ts';
import { isInForce, type TariffRule, targetKey } from '#core/tariffs/tariff-rule.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { otherThanRule } from './site-currencies.ts';
import { targetName, tariffName } from './terms-of-session.ts';

export type RuleWish = Omit<TariffRule, 'id' | 'from' | 'removedAt'>;

export type RuleAdded =
  | { readonly kind: 'added'; readonly rule: TariffRule }
  /** What else is paid at the site is in another currency than its tariff or its monthly fee. */
  | { readonly kind: 'currency-differs'; readonly currency: string };

/** Lets somebody pay by a tariff from now on. The rule about the same, or the one that is named, ends. */
export function addTariffRule(
  app: Application,
  wish: RuleWish,
  { replaces, by }: { readonly replaces: number | null; readonly by: string },
): Promise<RuleAdded> {
  return app.desk.decide<RuleAdded>((live) => {
    const now = app.clock.now();
    const other = otherThanRule(live, wish, now);
    if (other !== null) return { value: { kind: 'currency-differs', currency: other }, changes: [] };
    const rule: TariffRule = { ...wish, id: live.nextId('tariffRule'), from: now, removedAt: null };
    const ended = [...live.prices.rules.values()].filter(
      (one) => isInForce(one, now) && (one.id === replaces || isAboutSame(one, rule)),
    );
    return {
      value: { kind: 'added', rule },
      changes: [
        ...ended.flatMap((one) => endingOf(live, one, { now, by })),
        { kind: 'save-tariff-rule', rule },
        line(live, rule, { kind: 'tariff-rule-added', now, by }),
      ],
      told: [{ kind: 'tariff' }, { kind: 'log' }],
    };
  });
}

/** Ends a rule for sessions that start from now on. */
export function endTariffRule(app: Application, id: number, by: string): Promise<void> {
  return app.desk.decide((live) => {
    const rule = live.prices.rules.get(id);
    if (rule === undefined || rule.removedAt !== null) return { value: undefined, changes: [] };
    return {
      value: undefined,
      changes: endingOf(live, rule, { now: app.clock.now(), by }),
      told: [{ kind: 'tariff' }, { kind: 'log' }],
    };
  });
}

interface Said {
  readonly now: Instant;
  readonly by: string;
}

function endingOf(live: LiveSite, rule: TariffRule, { now, by }: Said): readonly Change[] {
  return [
    { kind: 'save-tariff-rule', rule: { ...rule, removedAt: now } },
    line(live, rule, { kind: 'tariff-rule-ended', now, by }),
  ];
}

function isAboutSame(one: TariffRule, other: TariffRule): boolean {
  return one.tenantId === other.tenantId && targetKey(one.target) === targetKey(other.target);
}

function line(
  live: LiveSite,
  rule: TariffRule,
  { kind, now, by }: Said & { readonly kind: 'tariff-rule-added' | 'tariff-rule-ended' },
): Change {
  const facts = {
    tariff: tariffName(live, rule),
    target: rule.target.kind,
    name: targetName(live, rule.target),
  };
  return logLine(now, kind, { actor: by, tenantId: rule.tenantId, facts });
}
