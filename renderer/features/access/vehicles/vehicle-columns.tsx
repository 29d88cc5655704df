import { useMemo } from 'react';
import type { Vehicle } from '#api/vehicles.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { Kwh, When } from '../../../ui/figures.tsx';
import { vehicleName } from '../../../ui/thing-names.ts';
import { HolderState } from '../holder-state.tsx';
import classes from '../lists/columns.module.css';

/** The server sorts by plate and label; only a part of a long list is here, so no header sorts it. */
export function useVehicleColumns(): readonly Column<Vehicle>[] {
  const { t } = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'plate',
        header: t('vehicles.vehicle'),
        cell: (vehicle) => <span className={classes.name}>{vehicleName(vehicle)}</span>,
      },
      {
        id: 'model',
        header: t('vehicles.makeAndModel'),
        width: '17%',
        tier: 3,
        cell: ({ make, model }) => [make, model].filter(Boolean).join(' '),
      },
      {
        id: 'drivers',
        header: t('access.tab.drivers'),
        width: '19%',
        tier: 2,
        cell: ({ drivers }) => drivers.map(({ name }) => name).join(', '),
      },
      {
        id: 'groups',
        header: t('access.tab.groups'),
        width: '14%',
        tier: 3,
        cell: ({ groups }) => groups.map(({ name }) => name).join(', '),
      },
      {
        id: 'odometer',
        header: t('vehicles.odometer'),
        width: '116px',
        align: 'end',
        tier: 3,
        cell: ({ lastOdometer }) =>
          lastOdometer === null ? '–' : t('vehicles.km', { km: format.number(lastOdometer.km) }),
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
    [t, format],
  );
}
