import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { shownTariff } from './shown-tariff.ts';
import { StartChoices } from './start-choices.tsx';
import { startingTariff } from './starting-points.ts';
import { useAddTariff } from './use-add-tariff.ts';

/** What another tariff begins with. */
export function NewTariffPanel({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  const { add, isPending } = useAddTariff(place.edit);
  const tariffs = useQuery(apiQuery('listTariffs', {})).data?.items ?? [];
  // A site has prices in one currency.
  const currency = tariffs.map(shownTariff).find((one) => one !== null)?.currency ?? 'EUR';
  return (
    <DetailPanel
      label={t('tariffs.add')}
      title={t('tariffs.add')}
      under={t('tariffs.addText')}
      onClose={place.close}
    >
      <StartChoices
        disabled={isPending}
        onFile={place.fromFile}
        onChoose={(point) =>
          add({ name: t(`tariffs.start.${point}`), draft: startingTariff(point, currency) })
        }
      />
    </DetailPanel>
  );
}
