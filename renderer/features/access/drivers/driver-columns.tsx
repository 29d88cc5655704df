import { useMemo } from 'react';
import type { Driver } from '#api/drivers.ts';
import { useText } from '../../../text/use-text.ts';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { Kwh, When } from '../../../ui/figures.tsx';
import { cardName, vehicleName } from '../../../ui/thing-names.ts';
import { HolderState } from '../holder-state.tsx';
import classes from '../lists/columns.module.css';

/** The server sorts by name; only a part of a long list is here, so no header sorts it. */
export function useDriverColumns(): readonly Column<Driver>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('drivers.name'),
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'cards',
        header: t('access.tab.cards'),
        width: '19%',
        tier: 2,
        cell: ({ cards }) => cards.map(cardName).join(', '),
      },
      {
        id: 'vehicles',
        header: t('access.tab.vehicles'),
        width: '15%',
        tier: 3,
        cell: ({ vehicles }) => vehicles.map(vehicleName).join(', '),
      },
      {
        id: 'groups',
        header: t('access.tab.groups'),
        width: '14%',
        tier: 3,
        cell: ({ groups }) => groups.map(({ name }) => name).join(', '),
      },
      {
        id: 'costCentre',
        header: t('drivers.costCentre'),
        width: '11%',
        tier: 3,
        cell: ({ costCentre }) => costCentre,
      },
      {
        id: 'month',
        header: t('access.column.month'),
        width: '110px',
        align: 'end',
        tier: 2,
        cell: ({ monthWh }) => <Kwh wh={monthWh} />,
      },
      {
        id: 'used',
        header: t('access.column.lastUsed'),
        width: '132px',
        align: 'end',
        tier: 3,
        cell: ({ lastUsedAt }) => <When at={lastUsedAt} />,
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
