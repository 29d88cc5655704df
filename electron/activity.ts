import type { RunningServer } from '#server/start.ts';

/** What would be disturbed if the program ended now. */
export interface Activity {
  readonly connectedStations: number;
  readonly runningSessions: number;
}

/** The newest activity, for questions that are asked at a moment of the person's choosing. */
export function followActivity(server: RunningServer): () => Activity {
  let newest: Activity = { connectedStations: 0, runningSessions: 0 };
  server.watchActivity((activity) => {
    newest = activity;
  });
  return () => newest;
}
