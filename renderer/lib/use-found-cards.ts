import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Card } from '#api/access.ts';
import { apiQuery } from './api-query.ts';

/** Somebody types; the program is asked when they pause. */
const PAUSE_MS = 200;
/** More are not chosen from; whoever means another types more of its name. */
const MOST = 50;

/** The first cards that may charge and match what is typed; none where nobody asks. */
export function useFoundCards(text: string, asked = true): readonly Card[] {
  const [search] = useDebouncedValue(text.trim(), PAUSE_MS);
  const cards = useQuery({
    ...apiQuery('listCards', {
      query: { state: 'valid', limit: MOST, ...(search === '' ? {} : { search }) },
    }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  return cards.data?.items ?? [];
}
