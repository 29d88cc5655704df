import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Module } from '#api/modules.ts';
import { apiQuery } from '../lib/api-query.ts';
import { type May, useMay } from '../lib/use-may.ts';
import { useModules } from '../lib/use-modules.ts';
import { PAGES, type Page, type PageNeeds } from './pages.ts';

/** The pages that there are for whoever sits at this window. */
export function usePages(): readonly Page[] {
  const isOn = useModules();
  const may = useMay();
  const { data } = useQuery(apiQuery('status', {}));
  const drives = typeof data?.signedInAs?.driverId === 'number';
  return useMemo(() => PAGES.filter((page) => isThere(page, { isOn, may, drives })), [isOn, may, drives]);
}

interface Here {
  readonly isOn: (module: Module) => boolean;
  readonly may: May;
  readonly drives: boolean;
}

function isThere(page: Page & PageNeeds, { isOn, may, drives }: Here): boolean {
  const { module, permission, forDrivers } = page;
  if (module !== undefined && !isOn(module)) return false;
  if (permission !== undefined && !may(permission)) return false;
  return forDrivers !== true || drives || !may('stations.read');
}
