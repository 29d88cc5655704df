import type { Owner } from '#server/safety/owner.ts';
import type { PageTime } from '../figures.ts';
import { median } from './median.ts';

const DAY_MS = 86_400_000;

/** How long the first page of the session list takes, as the list asks for it and with each filter it has. */
export async function measurePages(
  owner: Owner,
  facts: { readonly coldMs: number; readonly requests: number; readonly now: number },
): Promise<readonly PageTime[]> {
  const from = new Date(facts.now - 400 * DAY_MS).toISOString();
  const to = new Date(facts.now - 370 * DAY_MS).toISOString();
  const queries = [
    '',
    'state=needs-decision',
    'stationId=BAY-0007',
    'search=Driver%2012',
    `from=${from}&to=${to}`,
    `stationId=BAY-0007&state=ended&from=${from}&to=${to}`,
  ];
  const pages: PageTime[] = [];
  for (const query of queries) {
    const times: number[] = [];
    for (let request = 0; request < facts.requests; request += 1)
      times.push(await timeOf(owner, `sessions?limit=50${query === '' ? '' : `&${query}`}`));
    pages.push({ query, coldMs: query === '' ? facts.coldMs : null, medianMs: median(times) });
  }
  return pages;
}

/** Milliseconds until the whole answer is here. */
export async function timeOf(owner: Owner, path: string): Promise<number> {
  const began = performance.now();
  await owner.download(path);
  return performance.now() - began;
}
