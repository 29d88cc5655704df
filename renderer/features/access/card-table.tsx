import { type ReactNode, useMemo } from 'react';
import type { Card } from '#api/access.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { UidText, When } from '../../ui/figures.tsx';
import { CardState } from './card-state.tsx';
import classes from './card-table.module.css';

interface CardTableProps {
  readonly cards: readonly Card[] | undefined;
  readonly openId: number | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onEnd: (() => void) | undefined;
  readonly hasMore: boolean;
  readonly foot: ReactNode;
  readonly onSelect: (card: Card) => void;
  readonly onOpen: (card: Card) => void;
  readonly empty: ReactNode;
}

export function CardTable({ cards, openId, ...rest }: CardTableProps) {
  const { t } = useText();
  const columns = useColumns();
  return (
    <DataTable<Card>
      label={t('access.title')}
      columns={columns}
      rows={cards}
      rowKey={keyOf}
      selected={(card) => card.id === openId}
      virtual
      {...rest}
    />
  );
}

function keyOf(card: Card): string {
  return String(card.id);
}

function useColumns(): readonly Column<Card>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'holder',
        header: t('access.column.holder'),
        cell: (card) => <span className={classes.holder}>{card.holder === '' ? '–' : card.holder}</span>,
      },
      {
        id: 'uid',
        header: t('access.column.uid'),
        width: '210px',
        cell: (card) => <UidText uid={card.uid} />,
      },
      {
        id: 'label',
        header: t('access.column.label'),
        width: '20%',
        tier: 3,
        cell: (card) => card.label,
      },
      {
        id: 'held',
        header: t('access.column.lastHeld'),
        width: '140px',
        align: 'end',
        tier: 3,
        cell: (card) => <When at={card.lastHeldAt} />,
      },
      {
        id: 'state',
        header: t('access.column.state'),
        width: '116px',
        tier: 2,
        cell: (card) => <CardState card={card} />,
      },
    ],
    [t],
  );
}
