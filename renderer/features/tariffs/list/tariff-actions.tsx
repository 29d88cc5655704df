import { Button } from '@mantine/core';
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import type { TariffDetail } from '#api/tariffs.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import classes from './tariff-panel.module.css';
import { useAddTariff } from './use-add-tariff.ts';

interface TariffActionsProps {
  readonly tariff: TariffDetail;
  readonly place: TariffsPlace;
}

/** Edit, duplicate, remove; bring back what was removed. */
export function TariffActions({ tariff, place }: TariffActionsProps) {
  const { t } = useText();
  const tell = useTell();
  const may = useMay();
  const remove = useCall('removeTariff');
  const restore = useCall('restoreTariff');
  const { add, isPending } = useAddTariff(place.edit);
  const params = { tariffId: tariff.id };
  const model = tariff.draft ?? tariff.scheduled?.tariff ?? tariff.inForce?.tariff;
  const onRemove = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('tariffs.removed', { name: tariff.name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          place.close();
        },
        onError: tell.failed,
      },
    );
  const canWrite = may('tariffs.write');
  if (tariff.state === 'removed')
    return canWrite ? (
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ params }, { onError: tell.failed })}
        >
          {t('tariffs.bringBack')}
        </Button>
      </div>
    ) : null;
  return (
    <div className={classes.actions}>
      <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => place.edit(tariff.id)}>
        {t(canWrite ? 'tariffs.edit' : 'tariffs.look')}
      </Button>
      {canWrite && model !== undefined ? (
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          loading={isPending}
          onClick={() =>
            add({
              name: t('tariffs.copyOf', { name: tariff.name }).slice(0, LONGEST_NAME),
              text: tariff.text,
              draft: model,
              ...(tariff.tenantId !== null && { tenantId: tariff.tenantId }),
            })
          }
        >
          {t('tariffs.duplicate')}
        </Button>
      ) : null}
      {canWrite ? (
        <Button
          variant="default"
          color="fault"
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={onRemove}
        >
          {t('words.remove')}
        </Button>
      ) : null}
    </div>
  );
}

const LONGEST_NAME = 100;
