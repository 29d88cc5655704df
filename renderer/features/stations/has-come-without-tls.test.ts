import { expect, test } from 'vitest';
import { hasComeWithoutTls } from './has-come-without-tls.ts';

const upgrade = { to: 2, state: 'accepted', at: '2026-11-21T08:00:00.000Z', by: 'A. Becker' } as const;
const plain = { encrypted: false, version: null, cipher: null };
const before = { onlineSince: '2026-11-21T07:00:00.000Z' };
const after = { onlineSince: '2026-11-21T08:01:00.000Z' };

test('only a station that agreed to TLS, restarted and came without it has come without TLS', () => {
  expect(hasComeWithoutTls(after, { upgrade, line: plain })).toBe(true);
  expect(hasComeWithoutTls(before, { upgrade, line: plain })).toBe(false);
  expect(hasComeWithoutTls(after, { upgrade, line: { ...plain, encrypted: true } })).toBe(false);
  expect(hasComeWithoutTls(after, { upgrade: { ...upgrade, to: 1 }, line: plain })).toBe(false);
  expect(hasComeWithoutTls(after, { upgrade: { ...upgrade, state: 'asked' }, line: plain })).toBe(false);
  expect(hasComeWithoutTls({ onlineSince: null }, { upgrade, line: null })).toBe(false);
});
