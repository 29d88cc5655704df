import type { LogKind } from '#core/logbook/entry.ts';
import type { TenantId } from '#core/shared/ids.ts';
import { type Instant, later, SECOND } from '#core/shared/units.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import { isInForce } from '#core/tariffs/tariff-rule.ts';
import { type Published, publish, withdraw } from '#core/tariffs/tariff-version.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { otherCurrency, otherThanTariff } from './site-currencies.ts';

/** What is left out stays; a draft that is null is dropped. */
export type TariffEdit = Partial<Pick<TariffRecord, 'name' | 'text' | 'draft'>>;

export interface TariffWish {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly text: string;
  readonly draft: Tariff;
}

/** Adds a tariff as a draft. */
export function addTariff(app: Application, wish: TariffWish, by: string): Promise<TariffRecord> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    const tariff: TariffRecord = { ...wish, id: live.nextId('tariff'), addedAt: now, removedAt: null };
    return kept(tariff, { kind: 'tariff-added', now, by });
  });
}

/** Changes name, text or draft. Each save of a draft is no matter for the logbook; its publication is. */
export function changeTariff(
  app: Application,
  id: number,
  { wish, by }: { readonly wish: TariffEdit; readonly by: string },
): Promise<TariffRecord> {
  return app.desk.decide(() => {
    const known = presentTariff(app, id);
    const now = app.clock.now();
    const tariff = { ...known, ...wish };
    const isNamed = tariff.name !== known.name || tariff.text !== known.text;
    if (isNamed) return kept(tariff, { kind: 'tariff-changed', now, by });
    return { value: tariff, changes: [{ kind: 'save-tariff', tariff }], told: [{ kind: 'tariff' }] };
  });
}

export type Removed =
  | { readonly kind: 'removed'; readonly tariff: TariffRecord }
  /** Somebody pays by it. */
  | { readonly kind: 'in-use' };

export function removeTariff(app: Application, id: number, by: string): Promise<Removed> {
  return app.desk.decide<Removed>((live) => {
    const now = app.clock.now();
    const isUsed = [...live.prices.rules.values()].some(
      (rule) => rule.tariffId === id && isInForce(rule, now),
    );
    if (isUsed) return { value: { kind: 'in-use' }, changes: [] };
    const tariff = { ...presentTariff(app, id), removedAt: now };
    const decided = kept(tariff, { kind: 'tariff-removed', now, by });
    return { ...decided, value: { kind: 'removed', tariff } };
  });
}

export type Restored =
  | { readonly kind: 'restored'; readonly tariff: TariffRecord }
  /** What was published meanwhile is in another currency. */
  | { readonly kind: 'currency-differs'; readonly currency: string };

export function restoreTariff(app: Application, id: number, by: string): Promise<Restored> {
  return app.desk.decide<Restored>((live) => {
    const now = app.clock.now();
    const other = otherThanTariff(live, id, now);
    if (other !== null) return { value: { kind: 'currency-differs', currency: other }, changes: [] };
    const tariff = { ...presentTariff(app, id), removedAt: null };
    const decided = kept(tariff, { kind: 'tariff-restored', now, by });
    return { ...decided, value: { kind: 'restored', tariff } };
  });
}

/** What takes effect at once can be taken back for so long. */
export const TIME_TO_TAKE_BACK = 10 * SECOND;

export type PublishOutcome =
  | Published
  /** The draft is another than the one that was judged. */
  | { readonly kind: 'draft-differs' }
  /** Other prices of the site are in another currency. */
  | { readonly kind: 'currency-differs'; readonly currency: string };

/** Publishes the draft that was judged, from a moment on; null: in ten seconds. */
export function publishTariff(
  app: Application,
  id: number,
  {
    draft,
    from,
    note,
    by,
  }: {
    readonly draft: Tariff;
    readonly from: Instant | null;
    readonly note: string;
    readonly by: string;
  },
): Promise<PublishOutcome> {
  return app.desk.decide<PublishOutcome>((live) => {
    const known = presentTariff(app, id);
    if (known.draft !== draft) return { value: { kind: 'draft-differs' }, changes: [] };
    const now = app.clock.now();
    const other = otherCurrency(live, { currency: draft.currency, now, besides: id });
    if (other !== null) return { value: { kind: 'currency-differs', currency: other }, changes: [] };
    const outcome = publish(
      live.prices.versionsOf(id),
      {
        tariffId: id,
        tariff: draft,
        text: known.text,
        from: from ?? later(now, TIME_TO_TAKE_BACK),
        publishedBy: by,
        note,
      },
      now,
    );
    if (outcome.kind !== 'published') return { value: outcome, changes: [] };
    const { version } = outcome;
    const facts = {
      tariff: known.name,
      version: version.number,
      from: new Date(version.from).toISOString(),
    };
    return {
      value: outcome,
      changes: [
        { kind: 'save-tariff-version', version },
        { kind: 'save-tariff', tariff: { ...known, draft: null } },
        logLine(now, 'tariff-published', { actor: by, tenantId: known.tenantId, facts }),
      ],
      told: [{ kind: 'tariff' }, { kind: 'log' }],
    };
  });
}

/** Takes back a version that has not taken effect; it is the draft again, unless there is another. False where it has. */
export function withdrawVersion(
  app: Application,
  id: number,
  { number, by }: { readonly number: number; readonly by: string },
): Promise<boolean> {
  return app.desk.decide<boolean>((live) => {
    const known = presentTariff(app, id);
    const published = live.prices.version(id, number);
    const now = app.clock.now();
    const version = published === null ? null : withdraw(published, now);
    if (version === null) return { value: false, changes: [] };
    return {
      value: true,
      changes: [
        { kind: 'save-tariff-version', version },
        { kind: 'save-tariff', tariff: { ...known, draft: known.draft ?? version.tariff } },
        logLine(now, 'tariff-withdrawn', {
          actor: by,
          tenantId: known.tenantId,
          facts: { tariff: known.name, version: number },
        }),
      ],
      told: [{ kind: 'tariff' }, { kind: 'log' }],
    };
  });
}

function presentTariff({ desk }: Application, id: number): TariffRecord {
  const known = desk.live.prices.tariffs.get(id);
  if (known === undefined) throw new Error(`There is no tariff ${id}`);
  return known;
}

function kept(
  tariff: TariffRecord,
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<TariffRecord> {
  return {
    value: tariff,
    changes: [
      { kind: 'save-tariff', tariff },
      logLine(now, kind, { actor: by, tenantId: tariff.tenantId, facts: { tariff: tariff.name } }),
    ],
    told: [{ kind: 'tariff' }, { kind: 'log' }],
  };
}
