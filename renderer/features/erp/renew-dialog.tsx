import { Select } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import classes from './erp-page.module.css';

const OVERLAPS = ['now', 'hour', 'day', 'week', 'month'] as const;
type Overlap = (typeof OVERLAPS)[number];
const SECONDS: Readonly<Record<Overlap, number>> = {
  now: 0,
  hour: 3_600,
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
};

interface RenewDialogProps {
  readonly name: string;
  readonly opened: boolean;
  /** With how many seconds the old secret is to count. */
  readonly onRenew: (oldValidSeconds: number) => void;
  readonly onClose: () => void;
}

/** Asks how long the old secret of a client is to count beside the new one. */
export function RenewDialog({ name, opened, onRenew, onClose }: RenewDialogProps) {
  const { t } = useText();
  const [overlap, setOverlap] = useState<Overlap>('day');
  return (
    <SureDialog
      opened={opened}
      title={t('clients.renewTitle', { name })}
      action={t('erp.newSecret')}
      onConfirm={() => onRenew(SECONDS[overlap])}
      onClose={onClose}
    >
      <div className={classes.asked}>
        <Select
          label={t('clients.oldCounts')}
          data={OVERLAPS.map((value) => ({ value, label: t(`clients.overlap.${value}`) }))}
          allowDeselect={false}
          value={overlap}
          onChange={(value) => setOverlap(OVERLAPS.find((one) => one === value) ?? 'day')}
        />
        <p className={classes.quiet}>{t(overlap === 'now' ? 'clients.renewAtOnce' : 'clients.renewText')}</p>
      </div>
    </SureDialog>
  );
}
