import { Select } from '@mantine/core';
import { REGISTRATIONS, type Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';

/** Whether the station may work, is being set up, or is turned away. */
export function RegistrationChoice({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeStation');
  return (
    <Select
      label={t('stationDetails.registration')}
      description={t('stationDetails.registrationHint')}
      data={REGISTRATIONS.map((value) => ({ value, label: t(`stationDetails.registrationWord.${value}`) }))}
      value={station.registration}
      disabled={change.isPending}
      allowDeselect={false}
      onChange={(chosen) => {
        const registration = REGISTRATIONS.find((word) => word === chosen);
        if (registration === undefined) return;
        change.mutate(
          { params: { stationId: station.id }, body: { registration } },
          { onError: tell.failed },
        );
      }}
    />
  );
}
