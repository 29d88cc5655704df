import type { Handler } from './handler.ts';

/** OCPP 1.6 §4.3. We know no vendor's extensions; the message itself is kept in the journal. */
export const dataTransfer: Handler<'DataTransfer'> = {
  decide: () => ({ response: { status: 'UnknownVendorId' }, changes: [], told: [] }),
};
