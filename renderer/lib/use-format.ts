import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useText } from '../text/use-text.ts';
import { apiQuery } from './api-query.ts';
import { createFormat, type Format } from './format.ts';

/** The formatter of this site in the language of this window. */
export function useFormat(): Format {
  const { language } = useText();
  const site = useQuery({ ...apiQuery('getSite', {}), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const region = site.data?.region ?? (language === 'de' ? 'de-DE' : 'en-GB');
  const timeZone = site.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => createFormat({ region, timeZone, language: language }), [region, timeZone, language]);
}
