import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../lib/api-query.ts';
import { useLiveStream } from '../lib/use-live-stream.ts';
import { useWindowState } from '../lib/window-state.ts';
import { useText } from '../text/use-text.ts';
import { OrderDialog } from '../ui/order-dialog.tsx';
import { RefusedDialog } from '../ui/refused-dialog.tsx';
import { UndoBar } from '../ui/undo-bar.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { FailedSignInsBar } from './failed-sign-ins-bar.tsx';
import { NewVersionBar } from './new-version-bar.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useBackNotices } from './use-back-notices.ts';
import { usePageKeys } from './use-page-keys.ts';

/** The frame around every page. */
export function Shell() {
  const { t } = useText();
  const status = useQuery(apiQuery('status', {}));
  const railCollapsed = useWindowState((state) => state.railCollapsed);
  const [railOpen, setRailOpen] = useState(false);
  useLiveStream();
  usePageKeys();
  useBackNotices();
  return (
    <div className={classes.shell} data-collapsed={railCollapsed} data-demo={status.data?.demo ?? false}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <Rail open={railOpen} onClose={() => setRailOpen(false)} />
      <div className={classes.column}>
        <header>
          <ConnectionBar />
          <NewVersionBar />
          <FailedSignInsBar />
          {status.data?.demo ? (
            <p className={classes.demo} role="note">
              {t('shell.demo')}
            </p>
          ) : null}
          <TopBar onMenu={() => setRailOpen(true)} />
        </header>
        <main className={classes.content} id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
      <OrderDialog />
      <RefusedDialog />
      <UndoBar />
    </div>
  );
}
