import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Module } from '#api/modules.ts';
import type { Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import { apiQuery } from './api-query.ts';

/** Modules that this program has something of; the others come with later versions. */
export const PRESENT_MODULES: readonly Module[] = [
  ...new Set(Object.values<Route>(routes).flatMap(({ module }) => module ?? [])),
].toSorted();

/** Tells whether a part of the program is switched on here. */
export function useModules(): (module: Module) => boolean {
  const site = useQuery({ ...apiQuery('getSite', {}), retry: false });
  const off = site.data?.modulesOff;
  return useCallback((module) => off?.includes(module) !== true, [off]);
}
