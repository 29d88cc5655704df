import type { Handler } from './handler.ts';
import { transferTold } from './transfer-told.ts';

/** Security paper L01. */
export const signedFirmwareStatusNotification: Handler<'SignedFirmwareStatusNotification'> = {
  decide(live, received) {
    const { status, requestId } = received.request;
    return {
      response: {},
      ...transferTold(live, received, { kind: 'firmware-status', status, requestId: requestId ?? null }),
    };
  },
};
