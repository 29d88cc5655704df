import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import type { Handler } from './handler.ts';

/** OCPP 1.6 §4.6: the station sets its clock by the answer. */
export const heartbeat: Handler<'Heartbeat'> = {
  decide: (_live, { receivedAt }) => ({
    response: { currentTime: formatTimestamp(receivedAt) },
    changes: [],
    told: [],
  }),
};
