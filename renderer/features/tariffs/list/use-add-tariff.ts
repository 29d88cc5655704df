import type { Tariff as Model } from '#api/tariff-model.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';

interface NewTariff {
  readonly name: string;
  readonly text?: string;
  readonly draft: Model;
  readonly tenantId?: number;
}

/** Adds a tariff as a draft that can be taken back at once. */
export function useAddTariff(onAdded: (tariffId: number) => void) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant();
  const add = useCall('addTariff');
  const remove = useCall('removeTariff');
  return {
    isPending: add.isPending,
    add: (tariff: NewTariff) =>
      add.mutate(
        { body: { ...(home !== null && { tenantId: home }), ...tariff } },
        {
          onSuccess: ({ id, name }) => {
            tell.done(t('tariffs.added', { name }), {
              undo: () => remove.mutate({ params: { tariffId: id } }, { onError: tell.failed }),
            });
            onAdded(id);
          },
          onError: tell.failed,
        },
      ),
  };
}
