import { fields, idTag, oneOf, optional, timestamp } from './fields.ts';

/** OCPP 1.6 §7.27. */
export const idTagInfo = fields({
  status: oneOf('Accepted', 'Blocked', 'Expired', 'Invalid', 'ConcurrentTx'),
  expiryDate: optional(timestamp),
  parentIdTag: optional(idTag),
});
