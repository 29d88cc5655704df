import type { Activity, RunningServer } from '#server/start.ts';

/** A server without stations, for the parts of the desktop that only listen to it. */
export interface FakeServer extends RunningServer {
  /** Reports a change, as the server does when stations come and cars charge. */
  report(activity: Activity): void;
  readonly events: readonly string[];
}

export function fakeServer(dataFolder = ''): FakeServer {
  const listeners = new Set<(activity: Activity) => void>();
  const events: string[] = [];
  return {
    uiUrl: 'http://127.0.0.1:4480/',
    ocppUrl: 'ws://192.168.1.20:4481/ocpp',
    dataFolder,
    events,
    signInWindow: async () => ({ name: 'ladehaus-session', value: 'secret' }),
    watchActivity: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resumed: () => {
      events.push('resumed');
    },
    stop: async () => {
      events.push('stopped');
    },
    report: (activity) => {
      for (const listener of listeners) listener(activity);
    },
  };
}
