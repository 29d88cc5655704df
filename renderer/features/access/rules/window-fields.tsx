import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { WeekWindow } from '#api/access-rules.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './window-fields.module.css';
import { WindowRow } from './window-row.tsx';

interface WindowFieldsProps {
  readonly windows: readonly WeekWindow[];
  readonly onChange: (windows: readonly WeekWindow[]) => void;
}

/** Working days, as a start. */
const USUAL: WeekWindow = { days: [1, 2, 3, 4, 5], from: 6 * 60, to: 20 * 60 };

/** When: any number of windows of the week, none for any time. */
export function WindowFields({ windows, onChange }: WindowFieldsProps) {
  const { t } = useText();
  return (
    <Input.Wrapper label={t('rules.whenTitle')} labelElement="div">
      <div className={classes.windows}>
        {windows.length === 0 ? <p className={classes.hint}>{t('rules.anyTime')}</p> : null}
        {windows.map((window, index) => (
          <WindowRow
            // Windows have no name but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
            key={index}
            window={window}
            onChange={(changed) => onChange(windows.with(index, changed))}
            onRemove={() => onChange(windows.toSpliced(index, 1))}
          />
        ))}
        <Button
          className={classes.add ?? ''}
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...windows, USUAL])}
        >
          {t('rules.addWindow')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
