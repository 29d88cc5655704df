/**
 * The ten error codes of OCPP-J 1.6 table 7, spelled as printed there. `FormationViolation` and the one-r
 * `OccurenceConstraintViolation` look like slips but are the wire values; the 2.x spellings are wrong in 1.6.
 */
export const callErrorCodes = [
  'NotImplemented',
  'NotSupported',
  'InternalError',
  'ProtocolError',
  'SecurityError',
  'FormationViolation',
  'PropertyConstraintViolation',
  'OccurenceConstraintViolation',
  'TypeConstraintViolation',
  'GenericError',
] as const;

export type CallErrorCode = (typeof callErrorCodes)[number];
