import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { SERVICE_TABS, type ServiceTabName, STATION_TABS, type StationTab } from '../../lib/page-search.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { AcceptanceTab } from './acceptance/acceptance-tab.tsx';
import { ConfigurationTab } from './configuration-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { MessagesLink } from './messages-link.tsx';
import { NowTab } from './now-tab.tsx';
import { ServiceArea } from './service/service-area.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import { useStationKeys } from './use-station-keys.ts';

interface StationPanelProps {
  readonly stationId: string;
  readonly tab: StationTab;
  readonly focusOn: FocusWish | undefined;
  readonly onTab: (tab: StationTab) => void;
  readonly onClose: () => void;
}

/** Everything about one station, the live part first. */
export function StationPanel({ stationId, tab, focusOn, onTab, onClose }: StationPanelProps) {
  const { t } = useText();
  const station = useQuery(apiQuery('getStation', { params: { stationId } }));
  const { data } = station;
  useStationKeys(data, onTab);
  const servicePart = SERVICE_TABS.find((name) => name === tab);
  return (
    <DetailPanel
      label={data?.name ?? stationId}
      title={data?.name ?? stationId}
      under={data === undefined ? null : <Presence station={data} />}
      actions={<MessagesLink stationId={stationId} />}
      onClose={onClose}
      focusOn={focusOn}
    >
      {station.error && data === undefined ? (
        <ProblemNote error={station.error} onRetry={() => void station.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <Tabs
          value={servicePart === undefined ? tab : 'service'}
          keepMounted={false}
          onChange={(next) => onTab(STATION_TABS.find((name) => name === next) ?? 'now')}
        >
          <Tabs.List mb={16}>
            {LISTED_TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`stations.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="now">
            <NowTab station={data} />
          </Tabs.Panel>
          <Tabs.Panel value="sessions">
            <SessionsTab stationId={stationId} />
          </Tabs.Panel>
          <Tabs.Panel value="logbook">
            <LogTab station={data} />
          </Tabs.Panel>
          <Tabs.Panel value="configuration">
            <ConfigurationTab station={data} />
          </Tabs.Panel>
          <Tabs.Panel value="service">
            <ServiceArea station={data} tab={servicePart ?? 'service'} onTab={onTab} />
          </Tabs.Panel>
          <Tabs.Panel value="acceptance">
            <AcceptanceTab station={data} />
          </Tabs.Panel>
          <Tabs.Panel value="details">
            <DetailsTab station={data} onRetired={onClose} />
          </Tabs.Panel>
        </Tabs>
      )}
    </DetailPanel>
  );
}

/** The parts of the service side share one tab. */
const LISTED_TABS = STATION_TABS.filter(
  (name): name is ListedTab => name === 'service' || !SERVICE_TABS.some((part) => part === name),
);

type ListedTab = Exclude<StationTab, Exclude<ServiceTabName, 'service'>>;

function Presence({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const model = [station.vendor, station.model].filter(Boolean).join(' ');
  const presence = presenceKey(station);
  const at = station.retiredAt ?? (station.online ? station.onlineSince : station.offlineSince);
  const words =
    at === null ? t('states.sentence.offline-never') : t(presence, { time: format.moment(at, now) });
  return <span>{[model, words].filter(Boolean).join(' · ')}</span>;
}

function presenceKey(station: Station) {
  if (station.retiredAt !== null) return 'stations.retired';
  return station.online ? 'stations.connectedSince' : 'stations.goneSince';
}
