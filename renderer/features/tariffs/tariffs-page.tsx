import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { TARIFF_TABS } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useMay } from '../../lib/use-may.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { BoardTab } from './board/board-tab.tsx';
import { NewTariffPanel } from './list/new-tariff-panel.tsx';
import { TariffPanel } from './list/tariff-panel.tsx';
import { TariffsTab } from './list/tariffs-tab.tsx';
import { OcpiPanel } from './ocpi/ocpi-panel.tsx';
import { PayersTab } from './rules/payers-tab.tsx';
import { RulePanel } from './rules/rule-panel.tsx';
import { WinnerPanel } from './rules/winner-panel.tsx';
import { type TariffsPlace, useTariffsPlace } from './use-tariffs-place.ts';

/** What sessions cost, who pays what where, and what it comes to. */
export function TariffsPage() {
  const { t } = useText();
  const place = useTariffsPlace();
  const may = useMay();
  const { tab } = place;
  const add = () => place.show(tab === 'payers' ? { rule: 'new' } : { tariff: 'new' });
  const canAdd = may('tariffs.write') && tab !== 'board';
  useLetterKeys({ n: canAdd ? add : undefined });
  return (
    <SplitPage panel={panelOf(place)}>
      <PageHeader title={t('tariffs.title')}>
        {canAdd ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t(tab === 'payers' ? 'payers.add' : 'tariffs.add')}
          </Button>
        ) : null}
      </PageHeader>
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = TARIFF_TABS.find((one) => one === value);
          if (next !== undefined) place.toTab(next);
        }}
      >
        <Tabs.List>
          {TARIFF_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tariffs.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === 'tariffs' ? <TariffsTab place={place} /> : null}
      {tab === 'payers' ? <PayersTab place={place} /> : null}
      {tab === 'board' ? <BoardTab place={place} /> : null}
    </SplitPage>
  );
}

function panelOf(place: TariffsPlace) {
  const { tariff, start, rule, payer, station } = place.search;
  if (tariff === 'new')
    return start === 'file' ? <OcpiPanel place={place} /> : <NewTariffPanel place={place} />;
  if (tariff !== undefined) return <TariffPanel key={tariff} tariffId={tariff} place={place} />;
  if (rule !== undefined) return <RulePanel key={rule} ruleId={rule === 'new' ? null : rule} place={place} />;
  if (payer !== undefined && station !== undefined)
    return <WinnerPanel payer={payer} stationId={station} place={place} />;
  return null;
}
