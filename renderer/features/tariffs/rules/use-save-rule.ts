import { useQuery } from '@tanstack/react-query';
import type { TariffRule } from '#api/tariff-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import type { InputOf } from '../../../lib/call-api.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { targetWords } from './target-words.ts';

type Wish = Pick<NonNullable<InputOf<'addTariffRule'>['body']>, 'tariffId' | 'target' | 'extras'>;

/** Adds a rule, or puts it in the place of another on the same node; Undo brings back all that it took the place of. */
export function useSaveRule(before: TariffRule | null, onSaved: (rule: TariffRule) => void) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant();
  const rules = useQuery(apiQuery('listTariffRules', {})).data?.items ?? [];
  const add = useCall('addTariffRule');
  const restore = useCall('restoreTariffRule');
  const remove = useCall('removeTariffRule');
  // A rule stays on its node.
  const node = before?.tenantId ?? home;
  const takeBack = async (saved: TariffRule) => {
    const former = rules.filter((one) => one.id === before?.id || isAboutSame(one, saved));
    await Promise.all(former.map(({ id }) => restore.mutateAsync({ params: { tariffRuleId: id } })));
    await remove.mutateAsync({ params: { tariffRuleId: saved.id } });
  };
  const save = (wish: Wish) =>
    add.mutate(
      {
        body: {
          ...wish,
          ...(before !== null && { replaces: before.id }),
          ...(node !== null && { tenantId: node }),
        },
      },
      {
        onSuccess: (saved) => {
          const name = targetWords({ kind: saved.target.kind, name: saved.targetName }, t);
          tell.done(t('payers.saved', { name, tariff: saved.tariffName }), {
            undo: () => void takeBack(saved).catch(tell.failed),
          });
          onSaved(saved);
        },
      },
    );
  /** The rule that ends where this one is saved; null where none does. */
  const replacedBy = (target: TariffRule['target']): TariffRule | null =>
    rules.find(
      (one) =>
        one.id !== before?.id && (node === null || one.tenantId === node) && keyOf(one) === keyOf({ target }),
    ) ?? null;
  return { save, replacedBy, error: add.error, isPending: add.isPending };
}

function isAboutSame(one: TariffRule, other: TariffRule): boolean {
  return one.tenantId === other.tenantId && keyOf(one) === keyOf(other);
}

/** The kind and what it names, in whatever order they came. */
function keyOf({ target }: Pick<TariffRule, 'target'>): string {
  return Object.values(target).map(String).toSorted().join(' ');
}
