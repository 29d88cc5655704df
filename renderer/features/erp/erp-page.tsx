import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ERP_TABS } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { ClientsTab } from './clients-tab.tsx';
import { DocsTab } from './docs-tab.tsx';
import { ErpPanel } from './erp-panel.tsx';
import { IssuersTab } from './issuers-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';
import { useErpPlace } from './use-erp-place.ts';
import { WebhooksTab } from './webhooks-tab.tsx';

/** Programs that use the API: who they are, what they are told and what they asked, and how one begins. */
export function ErpPage() {
  const { t } = useText();
  const place = useErpPlace();
  const focus = usePanelFocus();
  const { tab } = place;
  const isList = tab === 'clients' || tab === 'webhooks' || tab === 'issuers';
  const add = () => {
    focus.stay();
    place.open('new');
  };
  useLetterKeys({ n: () => isList && add() });
  const walk = {
    opened: place.opened,
    onSelect: place.open,
    onOpen: (what: string) => {
      place.open(what);
      focus.enter(what);
    },
  };
  return (
    <SplitPage panel={place.opened === undefined ? null : <ErpPanel place={place} focus={focus} />}>
      <PageHeader title={t('erp.title')}>
        {isList ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t(`erp.add.${tab}`)}
          </Button>
        ) : null}
      </PageHeader>
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = ERP_TABS.find((one) => one === value);
          if (next !== undefined) place.toTab(next);
        }}
      >
        <Tabs.List>
          {ERP_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`erp.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === 'clients' ? <ClientsTab {...walk} onAdd={add} /> : null}
      {tab === 'webhooks' ? <WebhooksTab {...walk} onAdd={add} /> : null}
      {tab === 'issuers' ? <IssuersTab {...walk} onAdd={add} /> : null}
      {tab === 'requests' ? <RequestsTab {...walk} filter={place.filter} onNarrow={place.narrow} /> : null}
      {tab === 'docs' ? <DocsTab /> : null}
    </SplitPage>
  );
}
