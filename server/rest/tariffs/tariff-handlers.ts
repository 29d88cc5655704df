import type { TariffDetail, Tariff as TariffView, TariffVersion as VersionView } from '#api/tariffs.ts';
import type { Instant } from '#core/shared/units.ts';
import { canBePublished } from '#core/tariffs/judge-tariff.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import { isInForce } from '#core/tariffs/tariff-rule.ts';
import { type TariffVersion, versionAfter, versionAt } from '#core/tariffs/tariff-version.ts';
import type { Application } from '../../application.ts';
import {
  addTariff,
  changeTariff,
  publishTariff,
  removeTariff,
  restoreTariff,
  withdrawVersion,
} from '../../tariffs/change-tariffs.ts';
import { judgeDraft } from '../../tariffs/judge-draft.ts';
import { onNode } from '../access/party-refs.ts';
import { homeNode } from '../home-node.ts';
import { fromIsoTime, isoTime, isoTimeOrNull } from '../iso-time.ts';
import { nodesWhere } from '../nodes-where.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { refuseClock } from './clock-problem.ts';
import { tariffOf, tariffView } from './tariff-model.ts';

type Names =
  | 'listTariffs'
  | 'getTariff'
  | 'addTariff'
  | 'changeTariff'
  | 'removeTariff'
  | 'restoreTariff'
  | 'publishTariff'
  | 'withdrawVersion';

export function tariffHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;

  return {
    async listTariffs({ query, caller }) {
      const nodes = nodesWhere(app, caller, { permission: 'tariffs.read', wished: query.tenantId });
      const shown = [...live.prices.tariffs.values()].filter(
        ({ removedAt, tenantId }) => removedAt === null && (nodes === null || nodes.includes(tenantId)),
      );
      return { items: shown.map(summary) };
    },

    // The removed ones too: sessions were priced by them.
    getTariff: async ({ params }) => {
      const known = live.prices.tariffs.get(params.tariffId);
      return detail(found(known, `tariff ${params.tariffId}`));
    },

    async addTariff({ body, caller }) {
      const tenantId = homeNode(app, caller, { of: 'tariffs', wished: body.tenantId });
      const wish = { tenantId, name: body.name.trim(), text: body.text ?? '', draft: tariffOf(body.draft) };
      return detail(await addTariff(app, wish, caller.name));
    },

    async changeTariff({ params, body, caller }) {
      present(params.tariffId);
      const { name, text, draft } = body;
      const wish = {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(text === undefined ? {} : { text }),
        ...(draft === undefined ? {} : { draft: draft === null ? null : tariffOf(draft) }),
      };
      return detail(await changeTariff(app, params.tariffId, { wish, by: caller.name }));
    },

    async removeTariff({ params, caller }) {
      const { name } = present(params.tariffId);
      const outcome = await removeTariff(app, params.tariffId, caller.name);
      if (outcome.kind === 'in-use') throw new ApiProblem('tariff-in-use', { detail: name });
      return { ok: true };
    },

    async restoreTariff({ params, caller }) {
      const outcome = await restoreTariff(app, params.tariffId, caller.name);
      if (outcome.kind === 'currency-differs')
        throw new ApiProblem('currency-differs', { detail: outcome.currency });
      return detail(outcome.tariff);
    },

    async publishTariff({ params, body, caller }) {
      const known = present(params.tariffId);
      const { draft } = known;
      if (draft === null) throw new ApiProblem('tariff-without-draft', { detail: known.name });
      if (body.draft !== undefined && !isSameTariff(tariffOf(body.draft), draft))
        throw new ApiProblem('tariff-draft-differs', { detail: known.name });
      const { faults, stationsWithoutTime } = judgeDraft(app, draft, known.id);
      const forbidding = faults.find(({ severity }) => severity === 'forbids');
      if (forbidding?.fault.kind === 'other-currency')
        throw new ApiProblem('currency-differs', { detail: forbidding.fault.currency });
      if (forbidding !== undefined && !canBePublished(faults))
        throw new ApiProblem('tariff-impossible', { detail: forbidding.fault.kind });
      refuseClock(caller, { name: known.name, tariff: draft }, stationsWithoutTime);
      const from = body.from == null ? null : fromIsoTime(body.from);
      const outcome = await publishTariff(app, known.id, {
        draft,
        from,
        note: body.note ?? '',
        by: caller.name,
      });
      switch (outcome.kind) {
        case 'published':
          return detail(present(known.id));
        case 'draft-differs':
          throw new ApiProblem('tariff-draft-differs', { detail: known.name });
        case 'currency-differs':
          throw new ApiProblem('currency-differs', { detail: outcome.currency });
        case 'in-the-past':
          throw new ApiProblem('version-in-the-past', { detail: isoTime(outcome.now) });
        case 'before-another':
          throw new ApiProblem('version-before-another', {
            detail: `version ${outcome.version.number} from ${isoTime(outcome.version.from)}`,
          });
      }
    },

    async withdrawVersion({ params, caller }) {
      const known = present(params.tariffId);
      found(live.prices.version(known.id, params.number), `version ${params.number}`);
      const { number } = params;
      const isDone = await withdrawVersion(app, known.id, { number, by: caller.name });
      if (!isDone) throw new ApiProblem('version-in-force', { detail: `version ${number}` });
      return detail(present(known.id));
    },
  };

  function present(id: number): TariffRecord {
    const known = live.prices.tariffs.get(id);
    return found(known?.removedAt === null ? known : null, `tariff ${id}`);
  }

  function detail(tariff: TariffRecord): TariffDetail {
    const now = app.clock.now();
    const versions = live.prices.versionsOf(tariff.id);
    return {
      ...summary(tariff),
      versions: versions.toReversed().map((version) => versionView(version, versions, now)),
    };
  }

  function summary(tariff: TariffRecord): TariffView {
    const now = app.clock.now();
    const versions = live.prices.versionsOf(tariff.id);
    const inForce = versionAt(versions, now);
    const scheduled = versionAfter(versions, now);
    return {
      id: tariff.id,
      ...onNode(live, tariff.tenantId),
      name: tariff.name,
      text: tariff.text,
      state: stateOf(tariff, inForce, scheduled),
      draft: tariff.draft === null ? null : tariffView(tariff.draft),
      inForce: inForce === null ? null : versionView(inForce, versions, now),
      scheduled: scheduled === null ? null : versionView(scheduled, versions, now),
      ruleCount: [...live.prices.rules.values()].filter(
        (rule) => rule.tariffId === tariff.id && isInForce(rule, now),
      ).length,
    };
  }
}

/** Both were made by `tariffOf`, field by field in the same order. */
function isSameTariff(one: Tariff, other: Tariff): boolean {
  return JSON.stringify(tariffView(one)) === JSON.stringify(tariffView(other));
}

function stateOf(
  { removedAt }: TariffRecord,
  inForce: TariffVersion | null,
  scheduled: TariffVersion | null,
): TariffView['state'] {
  if (removedAt !== null) return 'removed';
  if (inForce !== null) return 'in-force';
  return scheduled === null ? 'draft' : 'scheduled';
}

function versionView(version: TariffVersion, versions: readonly TariffVersion[], now: Instant): VersionView {
  const { number, from, text, tariff, publishedAt, publishedBy, note, withdrawnAt } = version;
  return {
    number,
    from: isoTime(from),
    state: versionState(version, versionAt(versions, now), now),
    text,
    tariff: tariffView(tariff),
    publishedAt: isoTime(publishedAt),
    publishedBy,
    note,
    withdrawnAt: isoTimeOrNull(withdrawnAt),
  };
}

function versionState(
  version: TariffVersion,
  inForce: TariffVersion | null,
  now: Instant,
): VersionView['state'] {
  if (version.withdrawnAt !== null) return 'withdrawn';
  if (version.from > now) return 'scheduled';
  return version === inForce ? 'in-force' : 'replaced';
}
