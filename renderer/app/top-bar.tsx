import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../text/use-text.ts';
import { DisplayMenu } from './display-menu.tsx';
import { palette } from './palette-store.ts';
import { SentRequestsDrawer } from './sent-requests-drawer.tsx';
import { ServerPill } from './server-pill.tsx';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

const isMac = navigator.userAgent.includes('Mac');

export function TopBar({ onMenu }: { readonly onMenu: () => void }) {
  const { t } = useText();
  const [requestsOpen, setRequestsOpen] = useState(false);
  return (
    <div className={classes.bar}>
      <ActionIcon
        className={classes.menu ?? ''}
        variant="subtle"
        size="lg"
        aria-label={t('shell.openMenu')}
        onClick={onMenu}
      >
        <IconMenu2 size={20} stroke={1.75} />
      </ActionIcon>
      <UnstyledButton className={classes.search} aria-label={t('shell.palette')} onClick={palette.open}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes.searchText}>{t('shell.palette')}</span>
        <Kbd size="xs" className={classes.keys ?? ''}>
          {isMac ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </UnstyledButton>
      <div className={classes.end}>
        <ServerPill />
        <DisplayMenu />
        <UserMenu onRequests={() => setRequestsOpen(true)} />
      </div>
      <SentRequestsDrawer opened={requestsOpen} onClose={() => setRequestsOpen(false)} />
    </div>
  );
}
