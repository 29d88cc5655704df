import type { RevenueLine } from '#api/revenue.ts';

export const REHEARSAL_SCOPES = ['own', 'all'] as const;
export type RehearsalScope = (typeof REHEARSAL_SCOPES)[number];

/** What the sessions of a month came to by tariff; undefined while it is not known. */
export interface MonthOfTariffs {
  readonly month: string;
  readonly lines: readonly Pick<RevenueLine, 'id' | 'sessions'>[] | undefined;
}

interface Known {
  /** Null: nobody pays by it, so that it has no sessions of its own. */
  readonly tariffId: number | null;
  /** The latest first. */
  readonly months: readonly MonthOfTariffs[];
}

/** What a rehearsal begins with: the tariff's own sessions of the latest month that has any, else all of such a month. */
export function usualRehearsal({ tariffId, months }: Known): {
  readonly scope: RehearsalScope;
  readonly month: string | undefined;
} {
  const latest = (isMeant: (line: Pick<RevenueLine, 'id' | 'sessions'>) => boolean) =>
    months.find(({ lines }) => lines?.some((line) => line.sessions > 0 && isMeant(line)))?.month;
  const own = tariffId === null ? undefined : latest(({ id }) => id === tariffId);
  return own === undefined ? { scope: 'all', month: latest(() => true) } : { scope: 'own', month: own };
}
