import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { PROFILE_PURPOSES, PROFILE_TIMINGS, type Profile } from '#api/service-orders.ts';
import type { Station } from '#api/stations.ts';
import { typedMoment } from '../../../lib/moment-field.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ConnectorSelect } from './connector-select.tsx';
import classes from './service.module.css';
import { type Step, StepFields } from './step-fields.tsx';
import { useServiceOrder } from './use-service-order.ts';

const WRONG = [
  'connectorId',
  'stackLevel',
  'unit',
  'periods',
  'validTo',
  'startsAt',
  'profileId',
  'timing',
  'purpose',
] as const;

const FIRST_STEP: Step = { key: 0, minutes: 0, limit: 16 };

/** A limit for the station, every session, or the one that runs; in steps over time. */
export function LimitForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const { send, isPending, error, wrongField } = useServiceOrder(station);
  const [purpose, setPurpose] = useState<Profile['purpose']>('TxDefaultProfile');
  const [connectorId, setConnectorId] = useState(0);
  const [timing, setTiming] = useState<Profile['timing']>('Absolute');
  const [every, setEvery] = useState<'Daily' | 'Weekly'>('Daily');
  const [unit, setUnit] = useState<Profile['unit']>('A');
  const [level, setLevel] = useState(0);
  const [times, setTimes] = useState({ startsAt: '', validTo: '' });
  const [steps, setSteps] = useState<readonly Step[]>([FIRST_STEP]);
  const field = wrongField?.replace('profile/', '') ?? null;
  const wrong = WRONG.find((name) => name === field) ?? null;
  const wrongText = (name: (typeof WRONG)[number]) =>
    wrong === name ? t(`services.limits.wrong.${name}`) : null;
  const ofSession = purpose === 'TxProfile';
  const place = purpose === 'ChargePointMaxProfile' ? 0 : ofSession ? Math.max(1, connectorId) : connectorId;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const startsAt = timing === 'Relative' ? undefined : typedMoment(times.startsAt, format);
    const validTo = typedMoment(times.validTo, format);
    send({
      kind: 'set-charging-profile',
      connectorId: place,
      profile: {
        purpose,
        stackLevel: level,
        timing,
        unit,
        periods: steps.map(({ minutes, limit }) => ({ startSeconds: Math.round(minutes * 60), limit })),
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(validTo === undefined ? {} : { validTo }),
        ...(timing === 'Recurring' ? { every } : {}),
      },
    });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.pair}>
        <Select
          label={t('services.limits.purpose')}
          allowDeselect={false}
          value={purpose}
          error={wrongText('purpose')}
          data={PROFILE_PURPOSES.map((value) => ({ value, label: t(`services.limits.${value}`) }))}
          onChange={(next) =>
            setPurpose(PROFILE_PURPOSES.find((known) => known === next) ?? 'TxDefaultProfile')
          }
        />
        {purpose === 'ChargePointMaxProfile' ? null : (
          <ConnectorSelect
            station={station}
            value={place}
            onChange={setConnectorId}
            whole={!ofSession}
            error={wrongText('connectorId')}
          />
        )}
        <Select
          label={t('services.limits.unit')}
          allowDeselect={false}
          value={unit}
          error={wrongText('unit')}
          data={[
            { value: 'A', label: t('services.limits.unitA') },
            { value: 'W', label: t('services.limits.unitW') },
          ]}
          onChange={(next) => setUnit(next === 'W' ? 'W' : 'A')}
        />
        <NumberInput
          label={t('services.limits.level')}
          description={t('services.limits.levelHint')}
          min={0}
          max={255}
          allowDecimal={false}
          value={level}
          error={wrongText('stackLevel')}
          onChange={(value) => setLevel(Number(value))}
        />
        <Select
          label={t('services.limits.timing')}
          allowDeselect={false}
          value={timing}
          error={wrongText('timing')}
          data={PROFILE_TIMINGS.map((value) => ({ value, label: t(`services.limits.${value}`) }))}
          onChange={(next) => setTiming(PROFILE_TIMINGS.find((known) => known === next) ?? 'Absolute')}
        />
        {timing === 'Recurring' ? (
          <Select
            label={t('services.limits.every')}
            allowDeselect={false}
            value={every}
            data={[
              { value: 'Daily', label: t('services.limits.Daily') },
              { value: 'Weekly', label: t('services.limits.Weekly') },
            ]}
            onChange={(next) => setEvery(next === 'Weekly' ? 'Weekly' : 'Daily')}
          />
        ) : null}
        {timing === 'Relative' ? null : (
          <TextInput
            label={t('services.limits.startsAt')}
            description={t('services.limits.startsHint')}
            type="datetime-local"
            value={times.startsAt}
            error={wrongText('startsAt')}
            onChange={(event) => setTimes({ ...times, startsAt: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t('services.limits.validTo')}
          type="datetime-local"
          value={times.validTo}
          error={wrongText('validTo')}
          onChange={(event) => setTimes({ ...times, validTo: event.currentTarget.value })}
        />
      </div>
      <StepFields steps={steps} unit={unit} onChange={setSteps} error={wrongText('periods')} />
      {wrong === 'profileId' ? <p className={classes.wrong}>{wrongText('profileId')}</p> : null}
      {error === null || wrong !== null ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending} leftSection={<IconGauge size={16} aria-hidden />}>
          {t('services.limits.set')}
        </Button>
      </div>
    </form>
  );
}
