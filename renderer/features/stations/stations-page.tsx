import { Button, TextInput } from '@mantine/core';
import { IconChargingPile, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { MARK_GROUPS } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import type { StationsSearch } from '../../lib/page-search.ts';
import { useText } from '../../text/use-text.ts';
import { AddressCard } from '../../ui/address-card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { ImportButton } from '../../ui/import-button.tsx';
import { KnockList } from '../../ui/knock-list.tsx';
import { ListExportMenu } from '../../ui/list-export-menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { AddStationDialog } from './add-station-dialog.tsx';
import { StationPanel } from './station-panel.tsx';
import { countByGroup, matchStations } from './station-rows.ts';
import { StationTable } from './station-table.tsx';
import classes from './stations-page.module.css';

/** Who knocks, every station with every connector, and beside them the details of one. */
export function StationsPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const { stationId } = useParams({ from: '/stations/{-$stationId}' });
  const query = useSearch({ from: '/stations/{-$stationId}' });
  const stations = useQuery(apiQuery('listStations', {}));
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const [addressShown, setAddressShown] = useState(false);
  const focus = usePanelFocus();

  const items = stations.data?.items;
  const counts = countByGroup(items ?? []);
  // Opening and closing are steps to go back to; filters, tabs and walking through the rows are not.
  const go = (id: string | undefined, next: StationsSearch) =>
    void navigate({
      to: '/stations/{-$stationId}',
      params: { stationId: id },
      search: next,
      replace: (id === undefined) === (stationId === undefined),
    });
  const isEmpty = items?.length === 0;
  return (
    <SplitPage
      panel={
        stationId === undefined ? null : (
          <StationPanel
            key={stationId}
            stationId={stationId}
            tab={query.tab ?? 'now'}
            focusOn={focus.wishFor(stationId)}
            onTab={(tab) => go(stationId, { ...query, tab })}
            onClose={() => {
              focus.stay();
              go(undefined, query);
            }}
          />
        )
      }
    >
      <PageHeader title={t('stations.title')}>
        <ImportButton kind="stations" />
        <ListExportMenu kind="stations" />
        <Button variant="default" onClick={() => setAddressShown(!addressShown)} aria-expanded={addressShown}>
          {t('stations.address.connect')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('stations.add')}
        </Button>
      </PageHeader>
      <KnockList />
      {addressShown || isEmpty ? (
        <Section card title={t(isEmpty ? 'stations.empty' : 'stations.address.title')}>
          <AddressCard />
        </Section>
      ) : null}
      {isEmpty ? null : (
        <div className={classes.filters}>
          <FilterChips
            label={t('stations.filterLabel')}
            value={query.show ?? 'all'}
            chips={[
              { value: 'all', label: t('stations.filterAll') },
              ...MARK_GROUPS.map((value) => ({
                value,
                label: t(`overview.counts.${value}`),
                count: counts[value],
                urgent: value === 'fault',
              })),
            ]}
            onChange={(show) => {
              const { show: _, ...rest } = query;
              go(stationId, show === 'all' ? rest : { ...rest, show });
            }}
          />
          <TextInput
            className={classes.search ?? ''}
            aria-label={t('stations.search')}
            placeholder={t('stations.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      {isEmpty ? null : (
        <StationTable
          stations={items === undefined ? undefined : matchStations(items, query.show, search)}
          selectedId={stationId}
          error={stations.error}
          onRetry={() => void stations.refetch()}
          onSelect={(station) => {
            focus.stay();
            go(station.id, query);
          }}
          onOpen={(station) => {
            focus.enter(station.id);
            go(station.id, query);
          }}
          empty={
            <EmptyState icon={<IconChargingPile stroke={1.5} />} title={t('stations.noneMatch')}>
              <Button
                variant="default"
                onClick={() => {
                  setSearch('');
                  go(stationId, {});
                }}
              >
                {t('words.clearFilters')}
              </Button>
            </EmptyState>
          }
        />
      )}
      <AddStationDialog opened={adding} onClose={() => setAdding(false)} />
    </SplitPage>
  );
}
