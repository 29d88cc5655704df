const HOUR_MS = 3_600_000;

/**
 * Says of each thing once an hour that it is worth noting, and of no more than `most` things in an hour, so that
 * whoever invents new ones fills nothing.
 */
export function onceAnHour(most: number): (thing: string, monotonicMs: number) => boolean {
  /** Oldest first; nothing older than an hour. */
  const notedAt = new Map<string, number>();
  return (thing, now) => {
    for (const [noted, at] of notedAt) {
      if (now - at < HOUR_MS) break;
      notedAt.delete(noted);
    }
    if (notedAt.has(thing) || notedAt.size >= most) return false;
    notedAt.set(thing, now);
    return true;
  };
}
