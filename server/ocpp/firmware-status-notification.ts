import type { Handler } from './handler.ts';
import { transferTold } from './transfer-told.ts';

/** OCPP 1.6 §4.5. */
export const firmwareStatusNotification: Handler<'FirmwareStatusNotification'> = {
  decide(live, received) {
    const { status } = received.request;
    return {
      response: {},
      ...transferTold(live, received, { kind: 'firmware-status', status, requestId: null }),
    };
  },
};
