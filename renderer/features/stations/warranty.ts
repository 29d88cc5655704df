const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

/** Whether the warranty needs a look: both days are local, `2026-11-21`; the last day itself still counts. */
export function warrantyHint(
  lastDay: string,
  today: string,
): { readonly kind: 'fine' | 'today' | 'over' } | { readonly kind: 'soon'; readonly days: number } {
  if (lastDay === '') return { kind: 'fine' };
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / DAY_MS);
  if (days < 0) return { kind: 'over' };
  if (days === 0) return { kind: 'today' };
  return days <= SOON_DAYS ? { kind: 'soon', days } : { kind: 'fine' };
}
