import { Button, Tabs } from '@mantine/core';
import { IconNfc, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ACCESS_TABS } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useText } from '../../text/use-text.ts';
import { ImportButton } from '../../ui/import-button.tsx';
import { ListExportMenu } from '../../ui/list-export-menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AccessSentence } from './access-sentence.tsx';
import { useAccessPlace } from './use-access-place.ts';

interface AccessFrameProps {
  readonly panel: ReactNode;
  /** The list of the tab. */
  readonly children: ReactNode;
}

/** What all tabs share: who may charge, the way to each list, and a new card from wherever one is. */
export function AccessFrame({ panel, children }: AccessFrameProps) {
  const { t } = useText();
  const place = useAccessPlace();
  const add = () => place.open('new');
  useLetterKeys({ n: add, h: place.hold });
  return (
    <SplitPage panel={panel}>
      <PageHeader title={t('access.title')}>
        {place.tab === 'groups' || place.tab === 'rules' ? null : (
          <>
            <ImportButton kind={place.tab} />
            <ListExportMenu kind={place.tab} />
          </>
        )}
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t(`access.add.${place.tab}`)}
        </Button>
        <Button leftSection={<IconNfc size={16} aria-hidden />} onClick={place.hold}>
          {t('access.hold')}
        </Button>
      </PageHeader>
      <AccessSentence />
      <Tabs
        value={place.tab}
        onChange={(value) => {
          const tab = ACCESS_TABS.find((one) => one === value);
          if (tab !== undefined) place.toTab(tab);
        }}
      >
        <Tabs.List>
          {ACCESS_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`access.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {children}
    </SplitPage>
  );
}
