import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '../../../text/use-text.ts';
import classes from './service.module.css';

export interface Step {
  readonly key: number;
  /** After the beginning of the limit. */
  readonly minutes: number;
  readonly limit: number;
}

interface StepFieldsProps {
  readonly steps: readonly Step[];
  readonly unit: 'A' | 'W';
  readonly onChange: (steps: readonly Step[]) => void;
  readonly error: string | null;
}

/** The steps of a limit; the first begins with it. */
export function StepFields({ steps, unit, onChange, error }: StepFieldsProps) {
  const { t } = useText();
  const change = (key: number, changed: Partial<Step>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...changed } : step)));
  const last = steps.at(-1);
  const add = () =>
    onChange([
      ...steps,
      {
        key: Math.max(...steps.map(({ key }) => key)) + 1,
        minutes: (last?.minutes ?? 0) + 60,
        limit: last?.limit ?? 0,
      },
    ]);
  return (
    <fieldset className={classes.steps}>
      <legend>{t('services.limits.periods')}</legend>
      {steps.map(({ key, minutes, limit }, index) => (
        <div className={classes.step} key={key}>
          <NumberInput
            label={t('services.limits.after')}
            min={0}
            max={525_600}
            readOnly={index === 0}
            value={minutes}
            onChange={(value) => change(key, { minutes: Number(value) })}
          />
          <NumberInput
            label={t('services.limits.limit', { unit })}
            min={0}
            max={2_000_000}
            decimalScale={1}
            value={limit}
            onChange={(value) => change(key, { limit: Number(value) })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            disabled={index === 0}
            aria-label={t('services.limits.removePeriod', { number: index + 1 })}
            onClick={() => onChange(steps.filter((step) => step.key !== key))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error === null ? null : <p className={classes.wrong}>{error}</p>}
      <Button
        size="compact-md"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        {t('services.limits.addPeriod')}
      </Button>
    </fieldset>
  );
}
