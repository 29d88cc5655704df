import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useModules } from '../../../lib/use-modules.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { SureDialog } from '../../../ui/sure-dialog.tsx';
import { ClockWarning } from './clock-warning.tsx';
import classes from './eichrecht.module.css';

type Flags = Station['metering'];

interface FlagSwitchesProps {
  readonly station: Station;
  readonly mayChange: boolean;
}

/** Each takes effect at once and can be taken back; what makes tariffs in force unsellable is asked once more. */
export function FlagSwitches({ station, mayChange }: FlagSwitchesProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeStation');
  const { hit, isKnown, error, retry } = useClockTariffs(station);
  const isOff = !mayChange || !isKnown || change.isPending;
  const [asked, setAsked] = useState<Flags | null>(null);
  const params = { stationId: station.id };
  const { metering } = station;
  const save = (flags: Flags) =>
    change.mutate(
      { params, body: { metering: flags } },
      {
        onSuccess: () =>
          tell.done(t('eichrecht.flagsSaved', { station: station.name }), {
            undo: () => change.mutate({ params, body: { metering } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  const set = (wanted: Partial<Flags>) => {
    const flags = { ...metering, ...wanted };
    if (hit.length > 0 && isClockForbidden(flags) && !isClockForbidden(metering)) setAsked(flags);
    else save(flags);
  };
  return (
    <div className={classes.flags}>
      {error === null ? null : <ProblemNote error={error} onRetry={retry} />}
      <Switch
        label={t('eichrecht.flag')}
        description={t('eichrecht.flagHint')}
        disabled={isOff}
        checked={metering.eichrecht}
        onChange={(event) => set({ eichrecht: event.currentTarget.checked })}
      />
      <Switch
        label={t('eichrecht.time')}
        description={t('eichrecht.timeHint')}
        disabled={isOff}
        checked={metering.timeTariffsAllowed}
        onChange={(event) => set({ timeTariffsAllowed: event.currentTarget.checked })}
      />
      {isClockForbidden(metering) && hit.length > 0 ? (
        <div className={classes.alarm}>
          <ClockWarning tariffs={hit} />
        </div>
      ) : null}
      <SureDialog
        opened={asked !== null}
        title={t('eichrecht.clock.title', { station: station.name })}
        action={t('eichrecht.clock.anyway')}
        onConfirm={() => {
          if (asked !== null) save(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        <ClockWarning tariffs={hit} />
      </SureDialog>
    </div>
  );
}

/** Without them nobody can be asked: until they are known nothing is switched. */
function useClockTariffs(station: Station) {
  const isOn = useModules()('tariffs');
  const tariffs = useQuery({
    ...apiQuery('listClockTariffs', { params: { stationId: station.id } }),
    enabled: isOn,
  });
  const { data, error, refetch } = tariffs;
  return {
    hit: isOn ? (data?.items ?? []) : [],
    isKnown: !isOn || data !== undefined,
    error: isOn && data === undefined ? error : null,
    retry: () => void refetch(),
  };
}

function isClockForbidden({ eichrecht, timeTariffsAllowed }: Flags): boolean {
  return eichrecht && !timeTariffsAllowed;
}
