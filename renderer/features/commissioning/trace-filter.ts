import type { TraceLine } from '#api/trace.ts';
import type { TracePredicate } from './trace-store.ts';

export interface TraceFilter {
  readonly action: string | null;
  readonly direction: 'all' | 'in' | 'out';
  readonly errorsOnly: boolean;
  readonly text: string;
  /** Heartbeats say nothing but "still here". */
  readonly withHeartbeats: boolean;
}

export const NO_TRACE_FILTER: TraceFilter = {
  action: null,
  direction: 'all',
  errorsOnly: false,
  text: '',
  withHeartbeats: false,
};

export function isProblem({ outcome }: TraceLine): boolean {
  return outcome !== 'answered' && outcome !== 'open';
}

/** Made once per filter, because it looks at a hundred thousand lines. */
export function tracePredicate(filter: TraceFilter): TracePredicate {
  const { action, direction, errorsOnly, withHeartbeats } = filter;
  const text = filter.text.trim();
  const wanted = text === '' ? null : new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  return (line) => {
    if (direction !== 'all' && line.direction !== direction) return false;
    if (action !== null && line.action !== action) return false;
    if (errorsOnly && !isProblem(line)) return false;
    if (
      line.action === 'Heartbeat' &&
      line.outcome === 'answered' &&
      !withHeartbeats &&
      action !== 'Heartbeat'
    )
      return false;
    if (wanted === null) return true;
    return (
      wanted.test(line.request) ||
      wanted.test(line.stationId) ||
      (line.answer !== null && wanted.test(line.answer))
    );
  };
}
