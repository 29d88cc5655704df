import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { apiQuery } from '../lib/api-query.ts';
import { useWindowState } from '../lib/window-state.ts';
import { useText } from '../text/use-text.ts';
import { Logo } from '../ui/logo.tsx';
import { useEscape } from '../ui/use-escape.ts';
import type { Page } from './pages.ts';
import classes from './rail.module.css';
import { usePages } from './use-pages.ts';

interface RailProps {
  /** On narrow screens the rail lies over the page, and only when asked for. */
  readonly open: boolean;
  readonly onClose: () => void;
}

const GROUPS = ['operate', 'manage', 'system', 'tools'] as const;

/** The pages, with their names on until somebody wants the room. */
export function Rail({ open, onClose }: RailProps) {
  const { t } = useText();
  const pages = usePages();
  const site = useQuery(apiQuery('getSite', {}));
  const { railCollapsed, set } = useWindowState();
  const collapsed = railCollapsed && !open;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const from = document.activeElement;
    nav.current?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, [open]);
  useEscape(() => open && onClose());
  const Toggle = railCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <>
      {open ? (
        <button type="button" className={classes.scrim} aria-label={t('words.close')} onClick={onClose} />
      ) : null}
      <nav
        className={classes.rail}
        ref={nav}
        tabIndex={-1}
        aria-label={t('shell.nav')}
        data-open={open}
        data-collapsed={collapsed}
      >
        <div className={classes.brand}>
          <Logo />
          <span className={classes.names}>
            <strong>Ladehaus</strong>
            <span className={classes.site}>{site.data?.name ?? ' '}</span>
          </span>
        </div>
        {GROUPS.map((group) => (
          <ul key={group} className={classes.group} aria-label={t(`shell.${group}`)}>
            {pages
              .filter((page) => page.group === group)
              .map((page) => (
                <li key={page.name}>
                  <RailLink page={page} collapsed={collapsed} onClick={onClose} />
                </li>
              ))}
          </ul>
        ))}
        <ActionIcon
          className={classes.toggle ?? ''}
          variant="subtle"
          size="lg"
          aria-label={t(railCollapsed ? 'shell.expand' : 'shell.collapse')}
          onClick={() => set({ railCollapsed: !railCollapsed })}
        >
          <Toggle size={18} stroke={1.75} />
        </ActionIcon>
      </nav>
    </>
  );
}

interface RailLinkProps {
  readonly page: Page;
  readonly collapsed: boolean;
  readonly onClick: () => void;
}

function RailLink({ page, collapsed, onClick }: RailLinkProps) {
  const { t } = useText();
  const label = t(`shell.${page.name}`);
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      <Link
        className={classes.link}
        to={page.to}
        params={{}}
        search={{}}
        activeOptions={{ exact: page.to === '/', includeSearch: false }}
        onClick={onClick}
      >
        <page.icon size={20} stroke={1.6} aria-hidden />
        <span className={classes.label}>{label}</span>
      </Link>
    </Tooltip>
  );
}
