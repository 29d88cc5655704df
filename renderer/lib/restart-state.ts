import { create } from 'zustand';

/** A station that was restarted from this window and has not come back yet. */
export interface AwaitedRestart {
  readonly stationId: string;
  /** When it was ordered, by the server's clock; ISO 8601. */
  readonly orderedAt: string;
}

interface RestartState {
  readonly awaited: readonly AwaitedRestart[];
  readonly expect: (restart: AwaitedRestart) => void;
  readonly forget: (stationId: string) => void;
}

export const useRestartState = create<RestartState>()((set) => ({
  awaited: [],
  expect: (restart) => set(({ awaited }) => ({ awaited: [...without(awaited, restart.stationId), restart] })),
  forget: (stationId) => set(({ awaited }) => ({ awaited: without(awaited, stationId) })),
}));

function without(awaited: readonly AwaitedRestart[], stationId: string): readonly AwaitedRestart[] {
  return awaited.filter((restart) => restart.stationId !== stationId);
}
