import { create } from 'zustand';

interface LiveState {
  /** False while the event stream is broken: what is shown may be old. */
  readonly connected: boolean;
  /** When the stream broke, in ms since 1970; null while it runs. */
  readonly brokenAtMs: number | null;
  readonly setConnected: (connected: boolean) => void;
}

export const useLiveState = create<LiveState>()((set) => ({
  connected: true,
  brokenAtMs: null,
  setConnected: (connected) =>
    set((state) => {
      if (connected) return { connected, brokenAtMs: null };
      return { connected, brokenAtMs: state.brokenAtMs ?? Date.now() };
    }),
}));
