import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Template } from '#api/configuration-templates.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { makeWords } from './make-words.ts';
import { TemplatePanel } from './template-panel.tsx';
import classes from './templates-page.module.css';

/** Settings that several stations are to have, and how far they have them. */
export function TemplatesPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/templates' });
  const templates = useQuery(apiQuery('listTemplates', {}));
  const focus = usePanelFocus();
  const columns = useColumns();
  const items = templates.data?.items;
  const open = items?.find(({ id }) => id === search.template);
  const isNew = search.template === 'new';
  const show = (template: number | 'new') =>
    void navigate({ to: '/templates', search: { template }, replace: open !== undefined });
  const close = () => {
    focus.stay();
    void navigate({ to: '/templates', search: {} });
  };
  return (
    <SplitPage panel={panel()}>
      <PageHeader title={t('templates.title')}>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('new')}>
          {t('templates.add')}
        </Button>
      </PageHeader>
      <DataTable<Template>
        label={t('templates.title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => String(id)}
        selected={({ id }) => id === open?.id}
        error={templates.error}
        onRetry={() => void templates.refetch()}
        onSelect={({ id }) => {
          focus.stay();
          show(id);
        }}
        onOpen={({ id }) => {
          focus.enter(id);
          show(id);
        }}
        empty={
          <EmptyState
            icon={<IconTemplate stroke={1.5} />}
            title={t('templates.empty')}
            text={t('templates.emptyText')}
          >
            <Button
              variant="default"
              onClick={() => void navigate({ to: '/stations/{-$stationId}', params: {}, search: {} })}
            >
              {t('templates.toStations')}
            </Button>
          </EmptyState>
        }
      />
    </SplitPage>
  );

  function panel() {
    if (isNew) return <TemplatePanel key="new" template={null} onSaved={show} onClose={close} />;
    if (open === undefined) return null;
    return (
      <TemplatePanel
        key={open.id}
        template={open}
        focusOn={focus.wishFor(open.id)}
        onSaved={show}
        onClose={close}
      />
    );
  }
}

function useColumns(): readonly Column<Template>[] {
  const { t } = useText();
  const { compare } = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('templates.column.name'),
        sortBy: ({ name }) => name,
        compare,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'make',
        header: t('templates.column.make'),
        width: '30%',
        tier: 2,
        sortBy: (template) => makeWords(template, t),
        compare,
        cell: (template) => makeWords(template, t),
      },
      {
        id: 'keys',
        header: t('templates.column.keys'),
        width: '96px',
        align: 'end',
        tier: 3,
        sortBy: ({ entries }) => entries.length,
        cell: ({ entries }) => entries.length,
      },
      {
        id: 'applied',
        header: t('templates.column.applied'),
        width: '112px',
        align: 'end',
        tier: 3,
        sortBy: ({ applied }) => applied,
        cell: ({ applied }) => applied,
      },
      {
        id: 'drifted',
        header: t('templates.column.drifted'),
        width: '120px',
        align: 'end',
        sortBy: ({ drifted }) => drifted,
        cell: ({ drifted }) => (
          <span data-drift={drifted > 0} className={classes.drifted}>
            {drifted}
          </span>
        ),
      },
    ],
    [t, compare],
  );
}
