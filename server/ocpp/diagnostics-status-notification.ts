import type { Handler } from './handler.ts';
import { transferTold } from './transfer-told.ts';

/** OCPP 1.6 §4.4. */
export const diagnosticsStatusNotification: Handler<'DiagnosticsStatusNotification'> = {
  decide(live, received) {
    const { status } = received.request;
    return {
      response: {},
      ...transferTold(live, received, { kind: 'upload-status', of: 'diagnostics', status, requestId: null }),
    };
  },
};
