import { IconHistory } from '@tabler/icons-react';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Duration, Kwh, Money, UidText } from '../../ui/figures.tsx';
import { Section } from '../../ui/section.tsx';

interface Line {
  readonly uid: string;
  readonly wh: number;
}

const LINES: readonly Line[] = [
  { uid: '04A2B91C7F6180', wh: 12_345 },
  { uid: '12E45678', wh: 0 },
  { uid: 'Rückerstattungssystemkonfiguration', wh: 1_234_567 },
];

const COLUMNS: readonly Column<Line>[] = [
  { id: 'uid', header: 'UidText', sortBy: (line) => line.uid, cell: (line) => <UidText uid={line.uid} /> },
  {
    id: 'wh',
    header: 'Kwh',
    width: '140px',
    align: 'end',
    sortBy: (line) => line.wh,
    cell: (line) => <Kwh wh={line.wh} />,
  },
  { id: 'time', header: 'Duration', width: '140px', cell: (line) => <Duration seconds={line.wh} /> },
  {
    id: 'money',
    header: 'Money',
    width: '140px',
    align: 'end',
    cell: (line) => <Money minorUnits={line.wh} currency="EUR" />,
  },
];

const empty = <EmptyState icon={<IconHistory />} title="Nothing here" text="And why, and what to do." />;

export function TableGallery() {
  const shared = {
    columns: COLUMNS,
    rowKey: (line: Line) => line.uid,
    selected: (line: Line) => line.wh === 0,
    onSelect: () => undefined,
    empty,
  };
  return (
    <>
      <Section card title="DataTable: filled">
        <DataTable<Line> label="Filled" rows={LINES} {...shared} />
      </Section>
      <Section card title="DataTable: loading">
        <DataTable<Line> label="Loading" rows={undefined} {...shared} />
      </Section>
      <Section card title="DataTable: empty">
        <DataTable<Line> label="Empty" rows={[]} {...shared} />
      </Section>
      <Section card title="DataTable: failed">
        <DataTable<Line>
          label="Failed"
          rows={undefined}
          error={new Error('It broke')}
          onRetry={() => undefined}
          {...shared}
        />
      </Section>
    </>
  );
}
