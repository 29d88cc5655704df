import type { Activity, RunningServer } from '#server/start.ts';

/** The newest activity, for questions that are asked at a moment of the person's choosing. */
export function followActivity(server: RunningServer): () => Activity {
  let newest: Activity = { connectedStations: 0, runningSessions: 0 };
  server.watchActivity((activity) => {
    newest = activity;
  });
  return () => newest;
}
