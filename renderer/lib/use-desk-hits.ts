import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DeskHit } from '#api/service-desk.ts';
import { apiQuery } from './api-query.ts';

/** Somebody types; the program is asked when they pause. */
const PAUSE_MS = 200;

/** Whom a caller may mean by a text; until it is known, whom one may have meant by what was typed before. */
export function useDeskHits(text: string) {
  const typed = text.trim();
  const [search] = useDebouncedValue(typed, PAUSE_MS);
  const asked = useQuery({
    ...apiQuery('searchDesk', { query: { search } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const items: readonly DeskHit[] = search === '' ? [] : (asked.data?.items ?? []);
  return { ...asked, items, search, isOfNow: search === typed && !asked.isPlaceholderData };
}
