/** Runs at most `most` tasks at once; the others wait in the order they came. */
export function limitParallel(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed over, so the count stays as it is.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
