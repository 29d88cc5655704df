import {
  IconAddressBook,
  IconBook2,
  IconChargingPile,
  IconHeadset,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnectedX,
  IconSettings,
  IconTemplate,
  IconTools,
} from '@tabler/icons-react';
import type { Module } from '#api/modules.ts';

/** What a page needs to be there. */
export interface PageNeeds {
  readonly module?: Module;
}

/** The pages in the order of the rail; `key` goes there after `g`. */
export const PAGES = [
  { name: 'overview', to: '/', icon: IconLayoutDashboard, key: 'o', group: 'operate' },
  { name: 'stations', to: '/stations/{-$stationId}', icon: IconChargingPile, key: 's', group: 'operate' },
  { name: 'sessions', to: '/sessions/{-$sessionId}', icon: IconHistory, key: 'c', group: 'operate' },
  { name: 'desk', to: '/desk', icon: IconHeadset, key: 'd', group: 'operate' },
  { name: 'logbook', to: '/logbook', icon: IconBook2, key: 'l', group: 'operate' },
  { name: 'cards', to: '/cards', icon: IconAddressBook, key: 'k', group: 'manage' },
  { name: 'templates', to: '/templates', icon: IconTemplate, key: 't', group: 'manage' },
  { name: 'offline', to: '/offline', icon: IconPlugConnectedX, key: 'n', group: 'manage' },
  { name: 'settings', to: '/settings', icon: IconSettings, key: 'e', group: 'system' },
  {
    name: 'commissioning',
    to: '/commissioning',
    icon: IconTools,
    key: 'i',
    group: 'tools',
  },
] as const;

export type Page = (typeof PAGES)[number];
