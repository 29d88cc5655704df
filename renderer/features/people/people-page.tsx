import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { PEOPLE_TABS } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useMay } from '../../lib/use-may.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { PeoplePanel } from './people-panel.tsx';
import { PeopleTab } from './people-tab.tsx';
import { RolesTab } from './roles-tab.tsx';
import { TenantsTab } from './tenants-tab.tsx';
import { usePeoplePlace } from './use-people-place.ts';

/** Who may sign in, what each may do where, and the tree on which everything hangs. */
export function PeoplePage() {
  const { t } = useText();
  const place = usePeoplePlace();
  const focus = usePanelFocus();
  const mayWrite = useMay()('people.write');
  const add = () => {
    focus.stay();
    place.open('new');
  };
  useLetterKeys({ n: () => mayWrite && add() });
  const walk = {
    opened: place.opened,
    onSelect: place.open,
    onOpen: (what: string) => {
      place.open(what);
      focus.enter(what);
    },
  };
  return (
    <SplitPage panel={place.opened === undefined ? null : <PeoplePanel place={place} focus={focus} />}>
      <PageHeader title={t('people.title')}>
        {mayWrite ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t(`people.add.${place.tab}`)}
          </Button>
        ) : null}
      </PageHeader>
      <Tabs
        value={place.tab}
        onChange={(value) => {
          const tab = PEOPLE_TABS.find((one) => one === value);
          if (tab !== undefined) place.toTab(tab);
        }}
      >
        <Tabs.List>
          {PEOPLE_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`people.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {place.tab === 'people' ? <PeopleTab {...walk} /> : null}
      {place.tab === 'roles' ? <RolesTab {...walk} /> : null}
      {place.tab === 'tenants' ? <TenantsTab {...walk} /> : null}
    </SplitPage>
  );
}
