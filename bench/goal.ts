/** What was promised of a figure, and whether it was kept. */
export interface Goal {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  /** Null where nothing was promised. */
  readonly reached: boolean | null;
}

export function atMost(what: string, ms: number, mostMs: number): Goal {
  return {
    what,
    figure: milliseconds(ms),
    target: `≤ ${mostMs.toLocaleString('en')} ms`,
    reached: ms <= mostMs,
  };
}

/** A figure without a promise. */
export function told(what: string, figure: string): Goal {
  return { what, figure, target: '', reached: null };
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

export function milliseconds(ms: number): string {
  return `${ms.toFixed(ms < 0.1 ? 3 : ms < 10 ? 1 : 0)} ms`;
}
