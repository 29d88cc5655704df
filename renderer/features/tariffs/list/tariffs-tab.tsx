import { IconReceiptEuro } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Tariff } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { StartChoices } from './start-choices.tsx';
import { startingTariff } from './starting-points.ts';
import { useTariffColumns } from './tariff-columns.tsx';
import { useAddTariff } from './use-add-tariff.ts';

/** All tariffs, and what to begin with where there is none. */
export function TariffsTab({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  const may = useMay();
  const tariffs = useQuery(apiQuery('listTariffs', {}));
  const columns = useTariffColumns();
  const { add, isPending } = useAddTariff(place.edit);
  return (
    <DataTable<Tariff>
      label={t('tariffs.title')}
      columns={columns}
      rows={tariffs.data?.items}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => id === place.search.tariff}
      error={tariffs.error}
      onRetry={() => void tariffs.refetch()}
      onSelect={({ id }) => place.show({ tariff: id })}
      onOpen={({ id }) => place.enter({ tariff: id })}
      empty={
        <EmptyState
          icon={<IconReceiptEuro stroke={1.5} />}
          title={t('tariffs.empty')}
          text={t(may('tariffs.write') ? 'tariffs.emptyText' : 'tariffs.emptyRead')}
        >
          {may('tariffs.write') ? (
            <StartChoices
              disabled={isPending}
              onFile={place.fromFile}
              onChoose={(point) =>
                add({ name: t(`tariffs.start.${point}`), draft: startingTariff(point, 'EUR') })
              }
            />
          ) : null}
        </EmptyState>
      }
    />
  );
}
