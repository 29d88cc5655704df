import {
  IconAddressBook,
  IconApi,
  IconBook2,
  IconChargingPile,
  IconHeadset,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnectedX,
  IconReceiptEuro,
  IconSettings,
  IconSteeringWheel,
  IconTemplate,
  IconTools,
  IconUsers,
} from '@tabler/icons-react';
import type { Module } from '#api/modules.ts';
import type { Permission } from '#api/permissions.ts';

/** What a page needs to be there. */
export interface PageNeeds {
  readonly module?: Module;
  /** Held at some node at least; without one, everybody has the page. */
  readonly permission?: Permission;
  /** Only for those who drive, and for those who have no other page. */
  readonly forDrivers?: true;
}

/** The pages in the order of the rail; `key` goes there after `g`. */
export const PAGES = [
  {
    name: 'overview',
    to: '/',
    icon: IconLayoutDashboard,
    key: 'o',
    group: 'operate',
    permission: 'stations.read',
  },
  {
    name: 'stations',
    to: '/stations/{-$stationId}',
    icon: IconChargingPile,
    key: 's',
    group: 'operate',
    permission: 'stations.read',
  },
  {
    name: 'sessions',
    to: '/sessions/{-$sessionId}',
    icon: IconHistory,
    key: 'c',
    group: 'operate',
    permission: 'sessions.read',
  },
  {
    name: 'desk',
    to: '/desk',
    icon: IconHeadset,
    key: 'd',
    group: 'operate',
    permission: 'stations.operate',
  },
  {
    name: 'logbook',
    to: '/logbook',
    icon: IconBook2,
    key: 'l',
    group: 'operate',
    permission: 'logbook.read',
  },
  {
    name: 'own',
    to: '/own',
    icon: IconSteeringWheel,
    key: 'm',
    group: 'operate',
    permission: 'own.read',
    forDrivers: true,
  },
  {
    name: 'cards',
    to: '/cards',
    icon: IconAddressBook,
    key: 'k',
    group: 'manage',
    permission: 'access.read',
  },
  {
    name: 'tariffs',
    to: '/tariffs',
    icon: IconReceiptEuro,
    key: 'f',
    group: 'manage',
    module: 'tariffs',
    permission: 'tariffs.read',
  },
  {
    name: 'templates',
    to: '/templates',
    icon: IconTemplate,
    key: 't',
    group: 'manage',
    permission: 'stations.read',
  },
  {
    name: 'offline',
    to: '/offline',
    icon: IconPlugConnectedX,
    key: 'n',
    group: 'manage',
    permission: 'stations.read',
  },
  { name: 'people', to: '/people', icon: IconUsers, key: 'p', group: 'system', permission: 'people.read' },
  {
    name: 'erp',
    to: '/erp',
    icon: IconApi,
    key: 'a',
    group: 'system',
    module: 'erp',
    permission: 'erp.manage',
  },
  { name: 'settings', to: '/settings', icon: IconSettings, key: 'e', group: 'system' },
  {
    name: 'commissioning',
    to: '/commissioning',
    icon: IconTools,
    key: 'i',
    group: 'tools',
    permission: 'stations.manage',
  },
] as const;

export type Page = (typeof PAGES)[number];
