import { expect, test } from 'vitest';
import { cardUid } from '../access/card-uid.ts';
import { stationId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import type { StationConfiguration } from './configuration.ts';
import type { OfflineCards } from './local-list.ts';
import { type OfflineFacts, offlineOutlook, worksOffline } from './offline-outlook.ts';

const NOW = instant(1_795_000_000_000);
const ON = {
  LocalAuthorizeOffline: 'true',
  LocalAuthListEnabled: 'true',
  AuthorizationCacheEnabled: 'false',
  AllowOfflineTxForUnknownId: 'false',
};

test.each([
  ['a list that it has acknowledged', ON, list('04A2'), 'list', 'no'],
  ['no list, and no cache', ON, list(), 'none', 'no'],
  ['no list, and a cache', { ...ON, AuthorizationCacheEnabled: 'true' }, list(), 'cache', 'no'],
  ['a list it may have lost', ON, { kind: 'unknown' }, 'unknown', 'no'],
  ['local decisions switched off', { ...ON, LocalAuthorizeOffline: 'false' }, list('04A2'), 'none', 'no'],
  [
    'local decisions off, strangers allowed',
    { ...ON, LocalAuthorizeOffline: 'false', AllowOfflineTxForUnknownId: 'true' },
    list('04A2'),
    'everybody',
    'yes',
  ],
  ['free vend', { ...ON, FreevendEnabled: 'True' }, list('04A2'), 'everybody', 'yes'],
] as const)('%s', (_, keys, cards, expected, unknown) => {
  const outlook = offlineOutlook(facts(keys, cards));
  expect([outlook.cards, outlook.unknownCards]).toEqual([expected, unknown]);
});

test('what was never read is unknown, and reading it is the repair', () => {
  const outlook = offlineOutlook({ ...facts(ON, { kind: 'unknown' }), configuration: null });
  expect(outlook).toMatchObject({ cards: 'unknown', unknownCards: 'unknown', freeForAll: 'unknown' });
  expect(outlook.repairs).toEqual([{ kind: 'read-configuration' }]);
  expect(worksOffline(outlook, ['04A2'], NOW)).toBe('unknown');
});

test('a reading that broke off says nothing about keys that it did not show', () => {
  const { LocalAuthListEnabled: _, ...rest } = ON;
  const broken = facts(rest, list());
  const configuration = broken.configuration && { ...broken.configuration, whole: false };
  expect(offlineOutlook({ ...broken, configuration }).cards).toBe('unknown');
});

test('a card is judged by the list, then by what strangers may do; a cache keeps its secret', () => {
  const strict = offlineOutlook(facts(ON, list('04A2')));
  expect(worksOffline(strict, ['04a2'], NOW)).toBe('yes');
  expect(worksOffline(strict, ['FFFF'], NOW)).toBe('no');
  const cached = offlineOutlook(facts({ ...ON, AuthorizationCacheEnabled: 'true' }, list('04A2')));
  expect(worksOffline(cached, ['04A2'], NOW)).toBe('yes');
  expect(worksOffline(cached, ['FFFF'], NOW)).toBe('unknown');
});

test('a card that is blocked or has expired on the list is refused, whatever strangers may do', () => {
  const open = { ...ON, AllowOfflineTxForUnknownId: 'true' };
  const cards = list('04A2', 'BAD', 'OLD');
  if (cards.kind !== 'list') throw new Error('not a list');
  const [good, bad, old] = cards.entries;
  if (!good || !bad || !old) throw new Error('three cards');
  const entries = [good, { ...bad, status: 'Blocked' as const }, { ...old, expiresAt: instant(NOW - 1) }];
  const outlook = offlineOutlook(facts(open, { ...cards, entries }));
  expect(['04A2', 'BAD', 'OLD', 'NEW'].map((uid) => worksOffline(outlook, [uid], NOW))).toEqual([
    'yes',
    'no',
    'no',
    'yes',
  ]);
});

test('one click sets what is set wrong, and sends the list last', () => {
  const keys = {
    ...ON,
    LocalAuthorizeOffline: 'false',
    LocalAuthListEnabled: 'false',
    AllowOfflineTxForUnknownId: 'true',
    FreevendEnabled: 'true',
  };
  expect(offlineOutlook({ ...facts(keys, list()), listIsCurrent: false }).repairs).toEqual([
    { kind: 'set-key', key: 'LocalAuthorizeOffline', value: 'true' },
    { kind: 'set-key', key: 'LocalAuthListEnabled', value: 'true' },
    { kind: 'set-key', key: 'AllowOfflineTxForUnknownId', value: 'false' },
    { kind: 'set-key', key: 'FreevendEnabled', value: 'false' },
    { kind: 'send-list' },
  ]);
  expect(offlineOutlook(facts(ON, list('04A2'))).repairs).toEqual([]);
});

function list(...uids: readonly string[]): OfflineCards {
  return {
    kind: 'list',
    version: 3,
    entries: uids.map((uid) => ({ idTag: cardUid(uid), status: 'Accepted', expiresAt: null, group: null })),
    leftOut: [],
    capacity: 100,
    acknowledgedAt: NOW,
  };
}

function facts(keys: Readonly<Record<string, string>>, cards: OfflineCards): OfflineFacts {
  const configuration: StationConfiguration = {
    stationId: stationId('A'),
    readAt: NOW,
    firmware: null,
    whole: true,
    entries: Object.entries(keys).map(([key, value]) => ({
      key,
      value,
      readOnly: false,
      secret: false,
      readAt: NOW,
    })),
    unknown: [],
    templateId: null,
  };
  return { configuration, list: cards, listIsCurrent: true, hasCards: true, access: 'known-cards' };
}
