import { useQuery } from '@tanstack/react-query';
import { useText } from '../text/use-text.ts';
import { apiQuery } from './api-query.ts';
import { type Format, formatFor } from './format.ts';

const OWN_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The formatter of this site in the language of this window; in another time zone where one is given. */
export function useFormat(inZone?: string): Format {
  const { language } = useText();
  const site = useQuery({ ...apiQuery('getSite', {}), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const region = site.data?.region ?? (language === 'de' ? 'de-DE' : 'en-GB');
  const timeZone = inZone ?? site.data?.timeZone ?? OWN_TIME_ZONE;
  return formatFor({ region, timeZone, language });
}
