import { useEffect, useState } from 'react';

/** Counts whole seconds down to nothing, beginning anew whenever `fromSeconds` changes. */
export function useCountdown(fromSeconds: number): number {
  const [left, setLeft] = useState(fromSeconds);
  useEffect(() => {
    setLeft(fromSeconds);
    if (fromSeconds === 0) return undefined;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, [fromSeconds]);
  return left;
}
