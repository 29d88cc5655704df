import { useMemo } from 'react';
import type { Module } from '#api/modules.ts';
import { useModules } from '../lib/use-modules.ts';
import { PAGES, type Page, type PageNeeds } from './pages.ts';

/** The pages that there are for whoever sits at this window. */
export function usePages(): readonly Page[] {
  const isOn = useModules();
  return useMemo(() => PAGES.filter((page) => isThere(page, isOn)), [isOn]);
}

function isThere({ module }: Page & PageNeeds, isOn: (module: Module) => boolean): boolean {
  return module === undefined || isOn(module);
}
