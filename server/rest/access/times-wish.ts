import type { Instant } from '#core/shared/units.ts';
import { fromIsoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';

type Times<Name extends string> = { readonly [N in Name]?: string | null | undefined };

/** The times that a body names, as moments; one that is left out stays. */
export function timesWish<Name extends string>(
  times: Times<Name>,
): { readonly [N in Name]?: Instant | null } {
  const entries = Object.entries<string | null | undefined>(times).flatMap(([name, time]) =>
    time === undefined ? [] : [[name, time === null ? null : fromIsoTime(time)] as const],
  );
  return Object.fromEntries(entries) as { readonly [N in Name]?: Instant | null };
}

/** A time that ends before it begins is a mistake of whoever typed it. */
export function mustBeginFirst(
  from: Instant | null | undefined,
  to: Instant | null | undefined,
  path: string,
): void {
  if (from == null || to == null || from < to) return;
  throw new ApiProblem('invalid-request', {
    fields: [{ path, message: 'must be later than its beginning' }],
  });
}
