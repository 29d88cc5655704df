import type { ActionDefinition } from '../action-definition.ts';
import { fields, idTag, integer, list, oneOf, optional } from '../fields.ts';
import { idTagInfo } from '../id-tag-info.ts';

/**
 * OCPP 1.6 §5.15, by the corrected schema (OCPP-J errata 2.6). A differential entry without `idTagInfo` takes
 * its card off the list; a version is never 0 or -1 (errata 3.52).
 */
export const sendLocalList = {
  sender: 'central-system',
  request: fields({
    listVersion: integer,
    localAuthorizationList: optional(list(fields({ idTag, idTagInfo: optional(idTagInfo) }))),
    updateType: oneOf('Differential', 'Full'),
  }),
  response: fields({ status: oneOf('Accepted', 'Failed', 'NotSupported', 'VersionMismatch') }),
} as const satisfies ActionDefinition;
