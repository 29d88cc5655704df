/** Gathers reasons to read again and reads for all of them together, one round after the other. */
export interface ReadRounds<Reason> {
  take(reason: Reason): void;
  close(): void;
}

interface RoundsOptions<Reason> {
  /** Reads again what these reasons touch; settles when the answers are there. */
  readonly read: (reasons: readonly Reason[]) => Promise<void>;
  /** How long reasons are gathered before a round. */
  readonly gatherMs: number;
}

/** A round that hangs longer than this holds up no other. */
const LONGEST_ROUND_MS = 20_000;

/**
 * No round begins while another runs: it would abort the reads under way, and on a busy site no read would ever
 * come to its end. What happens meanwhile waits for the next round.
 */
export function createReadRounds<Reason>({ read, gatherMs }: RoundsOptions<Reason>): ReadRounds<Reason> {
  const waiting = new Set<Reason>();
  let phase: 'idle' | 'gathering' | 'reading' | 'closed' = 'idle';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const gather = (): void => {
    phase = 'gathering';
    timer = setTimeout(begin, gatherMs);
  };
  const begin = (): void => {
    phase = 'reading';
    const reasons = [...waiting];
    waiting.clear();
    timer = setTimeout(end, LONGEST_ROUND_MS);
    const ownTimer = timer;
    const endThisRound = (): void => {
      if (timer === ownTimer) end();
    };
    read(reasons).then(endThisRound, endThisRound);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (phase === 'closed') return;
    phase = 'idle';
    if (waiting.size > 0) gather();
  };

  return {
    take(reason) {
      waiting.add(reason);
      if (phase === 'idle') gather();
    },
    close() {
      phase = 'closed';
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
