import { useMemo } from 'react';
import type { Card } from '#api/access.ts';
import { useText } from '../../../text/use-text.ts';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { UidText, When } from '../../../ui/figures.tsx';
import { HolderState } from '../holder-state.tsx';
import classes from '../lists/columns.module.css';

/** The server sorts by holder; only a part of a long list is here, so no header sorts it. */
export function useCardColumns(): readonly Column<Card>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'holder',
        header: t('access.column.holder'),
        cell: ({ holder }) => <span className={classes.name}>{holder === '' ? '–' : holder}</span>,
      },
      {
        id: 'uid',
        header: t('access.column.uid'),
        width: '210px',
        cell: ({ uid }) => <UidText uid={uid} />,
      },
      {
        id: 'label',
        header: t('access.column.label'),
        width: '16%',
        tier: 3,
        cell: ({ label }) => label,
      },
      {
        id: 'groups',
        header: t('access.tab.groups'),
        width: '14%',
        tier: 3,
        cell: ({ groups }) => groups.map(({ name }) => name).join(', '),
      },
      {
        id: 'held',
        header: t('access.column.lastHeld'),
        width: '140px',
        align: 'end',
        tier: 3,
        cell: ({ lastHeldAt }) => <When at={lastHeldAt} />,
      },
      {
        id: 'state',
        header: t('access.column.state'),
        width: '156px',
        tier: 2,
        cell: ({ state }) => <HolderState state={state} />,
      },
    ],
    [t],
  );
}
