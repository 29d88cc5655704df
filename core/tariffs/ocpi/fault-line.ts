import { assertNever } from '../../shared/assert-never.ts';
import type { OcpiFault } from './json-place.ts';

/** What is wrong with a file, in one line of English. */
export function faultLine(fault: OcpiFault): string {
  const where = fault.path === '' ? 'the document' : fault.path;
  switch (fault.kind) {
    case 'missing':
      return `${where} is missing`;
    case 'not-a':
      return `${where} is no ${fault.wanted}`;
    case 'unknown-word':
      return `${where} says "${fault.word}", which OCPI does not know there`;
    case 'unknown-restriction':
      return `${where} is a restriction that OCPI 2.2.1 and 2.3.0 do not know`;
    case 'empty-list':
      return `${where} holds nothing that could be paid for`;
    case 'too-many':
      return `${where} has more than ${fault.most} entries`;
    case 'out-of-range':
      return `${where} must be from ${fault.from} to ${fault.to}`;
    default:
      return assertNever(fault);
  }
}
