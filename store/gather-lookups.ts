/**
 * Looks up together whatever is asked for while the last look-up runs. A thousand stations that start at once
 * are then one trip to the database's thread instead of a thousand, one after the other. What is asked for
 * is looked up after it was asked for, so nothing that was committed before is missed.
 */
export function gatherLookups<T>(
  lookUp: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (key: string) => Promise<T | null> {
  let keys: string[] = [];
  let next: Promise<ReadonlyMap<string, T>> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  return async (key) => {
    keys.push(key);
    next ??= afterTheLast();
    return (await next).get(key) ?? null;
  };

  function afterTheLast(): Promise<ReadonlyMap<string, T>> {
    const found = running.then(() => {
      const wanted = keys;
      keys = [];
      next = null;
      return lookUp(wanted);
    });
    // One that failed is the matter of those who asked for it.
    running = found.catch(() => undefined);
    return found;
  }
}
