import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Issuer } from '#api/issuers.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ActiveState } from './active-state.tsx';
import classes from './erp-page.module.css';
import { useActsForWords } from './use-acts-for-words.ts';

/** Others whose tokens clients may exchange, and for whom those speak. */
export function IssuersTab({ opened, onSelect, onOpen, onAdd }: Walk & { readonly onAdd: () => void }) {
  const { t } = useText();
  const issuers = useQuery(apiQuery('listIssuers', {}));
  const columns = useColumns();
  return (
    <DataTable<Issuer>
      label={t('erp.tab.issuers')}
      columns={columns}
      rows={issuers.data?.items}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => String(id) === opened}
      error={issuers.error}
      onRetry={() => void issuers.refetch()}
      onSelect={({ id }) => onSelect(String(id))}
      onOpen={({ id }) => onOpen(String(id))}
      empty={
        <EmptyState
          icon={<IconCertificate stroke={1.5} />}
          title={t('issuers.noneTitle')}
          text={t('issuers.noneText')}
        >
          <Button onClick={onAdd}>{t('erp.add.issuers')}</Button>
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly Column<Issuer>[] {
  const { t } = useText();
  const { compare } = useFormat();
  const wordsOf = useActsForWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('erp.name'),
        sortBy: ({ name }) => name,
        compare,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'issuer',
        header: t('issuers.issuer'),
        width: '32%',
        tier: 3,
        cell: ({ issuer }) => <span className={classes.mono}>{issuer}</span>,
      },
      {
        id: 'acts',
        header: t('issuers.actsForShort'),
        width: '28%',
        tier: 2,
        cell: ({ actsFor }) => wordsOf(actsFor),
      },
      {
        id: 'state',
        header: t('erp.state'),
        width: '128px',
        sortBy: ({ disabledAt }) => disabledAt ?? '',
        cell: ({ disabledAt }) => <ActiveState disabledAt={disabledAt} />,
      },
    ],
    [t, compare, wordsOf],
  );
}
