import type { Station } from '#api/stations.ts';
import { SERVICE_TABS, type ServiceTabName } from '../../../lib/page-search.ts';
import { useModules } from '../../../lib/use-modules.ts';
import { useText } from '../../../text/use-text.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { CardsTab } from './cards-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { ReservationsTab } from './reservations-tab.tsx';
import classes from './service.module.css';
import { ServiceTab } from './service-tab.tsx';

interface ServiceAreaProps {
  readonly station: Station;
  readonly tab: ServiceTabName;
  readonly onTab: (tab: ServiceTabName) => void;
}

/** What can be done for a station, in four parts that each have an address of their own. */
export function ServiceArea({ station, tab, onTab }: ServiceAreaProps) {
  const { t } = useText();
  const isOn = useModules();
  const parts = SERVICE_TABS.filter((part) => part !== 'limits' || isOn('energy'));
  return (
    <div className={classes.tab}>
      <FilterChips
        label={t('services.parts')}
        chips={parts.map((value) => ({ value, label: t(`services.part.${value}`) }))}
        value={tab}
        onChange={onTab}
      />
      <Part station={station} tab={parts.find((part) => part === tab) ?? 'service'} />
    </div>
  );
}

function Part({ station, tab }: Pick<ServiceAreaProps, 'station' | 'tab'>) {
  switch (tab) {
    case 'service':
      return <ServiceTab station={station} />;
    case 'cards':
      return <CardsTab station={station} />;
    case 'reservations':
      return <ReservationsTab station={station} />;
    case 'limits':
      return <LimitsTab station={station} />;
  }
}
