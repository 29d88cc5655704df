import { useMemo } from 'react';
import type { Module } from '#api/modules.ts';
import { type May, useMay } from '../lib/use-may.ts';
import { useModules } from '../lib/use-modules.ts';
import { PAGES, type Page, type PageNeeds } from './pages.ts';

/** The pages that there are for whoever sits at this window. */
export function usePages(): readonly Page[] {
  const isOn = useModules();
  const may = useMay();
  return useMemo(() => PAGES.filter((page) => isThere(page, { isOn, may })), [isOn, may]);
}

interface Here {
  readonly isOn: (module: Module) => boolean;
  readonly may: May;
}

function isThere({ module, permission }: Page & PageNeeds, { isOn, may }: Here): boolean {
  return (module === undefined || isOn(module)) && (permission === undefined || may(permission));
}
