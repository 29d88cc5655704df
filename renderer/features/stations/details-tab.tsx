import { Button } from '@mantine/core';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { When } from '../../ui/figures.tsx';
import { Section } from '../../ui/section.tsx';
import { BehaviourSection } from './behaviour-section.tsx';
import { ClockFact } from './clock-fact.tsx';
import classes from './details-tab.module.css';
import { DeviationList } from './deviation-list.tsx';
import { DocumentsSection } from './documents/documents-section.tsx';
import { EichrechtSection } from './eichrecht/eichrecht-section.tsx';
import { InventorySection } from './inventory-section.tsx';
import { ProtectionSection } from './protection-section.tsx';
import { RegistrationChoice } from './registration-choice.tsx';
import { SecuritySection } from './security-section.tsx';
import { StationForm } from './station-form.tsx';

interface DetailsTabProps {
  readonly station: Station;
  readonly onRetired: () => void;
}

/** Who the station is, how it proves it, and how well it keeps to the standard. */
export function DetailsTab({ station, onRetired }: DetailsTabProps) {
  const { t } = useText();
  const tell = useTell();
  const retire = useCall('retireStation');
  const params = { stationId: station.id };
  // Whoever comes because of an alarm does not look for it.
  const isAlarm = station.keyAlarms.length > 0;
  const onRetire = () =>
    retire.mutate(
      { params, body: {} },
      {
        onSuccess: () => {
          tell.done(t('stationDetails.retired', { station: station.name }), {
            undo: () => retire.mutate({ params, body: { undo: true } }, { onError: tell.failed }),
          });
          onRetired();
        },
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.details}>
      {isAlarm ? <EichrechtSection station={station} /> : null}
      <StationForm key={`${station.name} ${station.maxPowerW}`} station={station} />
      <Section title={t('stationDetails.identity')}>
        <FactsList
          rows={[
            { label: t('stationDetails.id'), value: <code className={classes.mono}>{station.id}</code> },
            { label: t('stationDetails.vendor'), value: station.vendor ?? t('words.none') },
            { label: t('stationDetails.model'), value: station.model ?? t('words.none') },
            { label: t('stationDetails.serial'), value: station.serialNumber ?? t('words.none') },
            { label: t('stationDetails.firmware'), value: station.firmware ?? t('words.none') },
            { label: t('stationDetails.address'), value: station.address ?? t('words.none') },
            { label: t('stationDetails.adopted'), value: <When at={station.adoptedAt} full /> },
            { label: t('stationDetails.booted'), value: <When at={station.lastBootAt} full /> },
            {
              label: t('stationDetails.clock'),
              value: <ClockFact offsetSeconds={station.clockOffsetSeconds} />,
            },
          ]}
        />
      </Section>
      <InventorySection station={station} />
      <DocumentsSection station={station} />
      {isAlarm ? null : <EichrechtSection station={station} />}
      <ProtectionSection station={station} />
      <SecuritySection station={station} />
      <BehaviourSection station={station} />
      <DeviationList station={station} />
      <RegistrationChoice station={station} />
      <div className={classes.retire}>
        <p>{t('stationDetails.retireText')}</p>
        <Button variant="default" color="fault" loading={retire.isPending} onClick={onRetire}>
          {t('stationDetails.retire')}
        </Button>
      </div>
    </div>
  );
}
