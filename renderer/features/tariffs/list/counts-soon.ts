const SOON_MS = 60_000;

/** Whether a version counts within a minute, as one does that was published at once: a plan is something else. */
export function countsSoon(
  { state, from }: { readonly state: string; readonly from: string | undefined },
  now: number,
): boolean {
  return state === 'scheduled' && from !== undefined && Date.parse(from) - now < SOON_MS;
}
