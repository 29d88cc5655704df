import { expect, test } from 'vitest';
import { signedFormat } from './signed-record.ts';

test.each([
  ['OCMF|{}|{}', '', 'OCMF'],
  [' OCMF |{}|{}', '', 'OCMF'],
  ['no record at all', 'OCMF', 'unknown'],
  ['AP;0;3', '', 'ALFEN'],
  ['1B1B1B1B', 'EDL', 'EDL_40_P'],
])('%j that a station calls %j is %s', (text, told, format) => {
  expect(signedFormat(text, told)).toBe(format);
});
