import { TextInput } from '@mantine/core';
import { useText } from '../../../text/use-text.ts';
import classes from '../access-form.module.css';

interface ValidityFieldsProps {
  /** Local days, `2026-11-21`; empty for no bound. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly onChange: (changed: { readonly firstDay?: string; readonly lastDay?: string }) => void;
}

/** From and until when something holds, by whole days of the site. */
export function ValidityFields({ firstDay, lastDay, onChange }: ValidityFieldsProps) {
  const { t } = useText();
  const isUpsideDown = firstDay !== '' && lastDay !== '' && lastDay < firstDay;
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('access.validFrom')}
        type="date"
        value={firstDay}
        onChange={(event) => onChange({ firstDay: event.currentTarget.value })}
      />
      <TextInput
        label={t('access.expires')}
        type="date"
        {...(firstDay !== '' && { min: firstDay })}
        value={lastDay}
        error={isUpsideDown ? t('access.upsideDown') : null}
        onChange={(event) => onChange({ lastDay: event.currentTarget.value })}
      />
    </div>
  );
}
