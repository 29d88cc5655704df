import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { COMMISSIONING_TABS, type CommissioningSearch } from '../../lib/page-search.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './commissioning-page.module.css';
import { ConnectTab } from './connect-tab.tsx';
import { TraceTab } from './trace-tab.tsx';

/** Where a technician puts stations into service and finds out what is wrong with them. */
export function CommissioningPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const { tab = 'connect', station } = useSearch({ from: '/commissioning' });
  const go = (search: CommissioningSearch) => void navigate({ to: '/commissioning', search, replace: true });
  return (
    <div className={classes.page} data-tab={tab}>
      <PageHeader title={t('commissioning.title')} />
      <Tabs
        className={classes.tabs ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(chosen) => {
          const next = COMMISSIONING_TABS.find((name) => name === chosen) ?? 'connect';
          go({ tab: next, ...(station !== undefined && { station }) });
        }}
      >
        <Tabs.List mb={16}>
          {COMMISSIONING_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`commissioning.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="connect">
          <ConnectTab />
        </Tabs.Panel>
        <Tabs.Panel value="messages" className={classes.messages ?? ''}>
          <TraceTab
            stationId={station}
            onStation={(chosen) => go({ tab, ...(chosen !== undefined && { station: chosen }) })}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
