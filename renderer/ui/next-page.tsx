import { Button } from '@mantine/core';
import type { Pages } from '../lib/use-next-page.ts';
import { useText } from '../text/use-text.ts';
import { ProblemNote } from './problem-note.tsx';

/** At the end of a list that goes on: a button, and what is wrong when the next page could not be read. */
export function NextPage({ pages }: { readonly pages: Pages }) {
  const { t } = useText();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = pages;
  if (isFetchNextPageError && error !== null && !isFetchingNextPage)
    return <ProblemNote error={error} onRetry={() => void fetchNextPage()} />;
  if (!hasNextPage) return null;
  return (
    <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('words.loadMore')}
    </Button>
  );
}
