import type { Handler } from './handler.ts';
import { transferTold } from './transfer-told.ts';

/** Security paper N01. */
export const logStatusNotification: Handler<'LogStatusNotification'> = {
  decide(live, received) {
    const { status, requestId } = received.request;
    return {
      response: {},
      ...transferTold(live, received, {
        kind: 'upload-status',
        of: 'log',
        status,
        requestId: requestId ?? null,
      }),
    };
  },
};
