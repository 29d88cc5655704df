import { type CardUid, cardUid } from '../access/card-uid.ts';
import type { AccessMode } from '../settings/site.ts';
import type { Instant } from '../shared/units.ts';
import { entryOf, type StationConfiguration } from './configuration.ts';
import type { ListEntry, OfflineCards } from './local-list.ts';

/** What is not known stays unknown: a guess would be found out on the first night without this computer. */
export type Known = 'yes' | 'no' | 'unknown';

/** What a station does on its own, as far as it has said how it is set (OCPP 1.6 §3.5.3, §9.1, §9.2). */
export interface OfflineOutlook {
  /** By what it tells cards apart while nobody answers. */
  readonly cards: 'everybody' | 'list' | 'cache' | 'none' | 'unknown';
  readonly unknownCards: Known;
  /** It charges without any card, on and off the line: a setting of some makes. */
  readonly freeForAll: Known;
  readonly keys: OfflineKeys;
  readonly list: OfflineCards;
  readonly repairs: readonly Repair[];
}

export interface OfflineKeys {
  readonly localAuthorizeOffline: Known;
  readonly localPreAuthorize: Known;
  readonly cache: Known;
  readonly listEnabled: Known;
  readonly allowUnknown: Known;
}

/** What one click puts right. */
export type Repair =
  | { readonly kind: 'read-configuration' }
  | { readonly kind: 'send-list' }
  | { readonly kind: 'set-key'; readonly key: string; readonly value: 'true' | 'false' };

export interface OfflineFacts {
  readonly configuration: StationConfiguration | null;
  readonly list: OfflineCards;
  /** Whether what the station knows is what it should know. */
  readonly listIsCurrent: boolean;
  /** Whether there are cards at all that a list could hold. */
  readonly hasCards: boolean;
  readonly access: AccessMode;
}

export function offlineOutlook(facts: OfflineFacts): OfflineOutlook {
  const { configuration, list } = facts;
  const keys: OfflineKeys = {
    localAuthorizeOffline: setting(configuration, 'LocalAuthorizeOffline', 'required'),
    localPreAuthorize: setting(configuration, 'LocalPreAuthorize', 'required'),
    cache: setting(configuration, 'AuthorizationCacheEnabled', 'optional'),
    listEnabled: setting(configuration, 'LocalAuthListEnabled', 'optional'),
    allowUnknown: setting(configuration, 'AllowOfflineTxForUnknownId', 'optional'),
  };
  const freeForAll = freeVend(configuration);
  return {
    cards: cardsOf(keys, list, freeForAll),
    unknownCards: freeForAll === 'yes' ? 'yes' : keys.allowUnknown,
    freeForAll,
    keys,
    list,
    repairs: repairsOf(keys, facts),
  };
}

/** Whether a card starts a session at the station while this computer is off; `idTags` are all ways to write it. */
export function worksOffline(
  { keys, list, freeForAll }: Pick<OfflineOutlook, 'keys' | 'list' | 'freeForAll'>,
  idTags: readonly string[],
  now: Instant,
): Known {
  if (freeForAll === 'yes') return 'yes';
  switch (keys.localAuthorizeOffline) {
    case 'unknown':
      return 'unknown';
    case 'no':
      return keys.allowUnknown;
    case 'yes': {
      if (keys.listEnabled === 'unknown') return 'unknown';
      const entry = keys.listEnabled === 'yes' ? entryOn(list, idTags.map(cardUid)) : null;
      if (entry === 'unknown') return 'unknown';
      if (entry !== null) return isGood(entry, now) ? 'yes' : 'no';
      // What a station remembers by itself, it does not tell.
      return keys.cache === 'no' ? keys.allowUnknown : 'unknown';
    }
  }
}

function entryOn(list: OfflineCards, uids: readonly CardUid[]): ListEntry | null | 'unknown' {
  if (list.kind === 'unknown') return 'unknown';
  if (list.kind === 'not-supported') return null;
  return list.entries.find(({ idTag }) => uids.includes(cardUid(idTag))) ?? null;
}

function isGood({ status, expiresAt }: ListEntry, now: Instant): boolean {
  return status === 'Accepted' && (expiresAt === null || expiresAt > now);
}

function cardsOf(keys: OfflineKeys, list: OfflineCards, freeForAll: Known): OfflineOutlook['cards'] {
  if (freeForAll === 'yes') return 'everybody';
  if (keys.localAuthorizeOffline === 'unknown') return 'unknown';
  if (keys.localAuthorizeOffline === 'no') return byUnknown(keys.allowUnknown);
  if (keys.listEnabled === 'unknown') return 'unknown';
  if (keys.listEnabled === 'yes' && list.kind === 'unknown') return 'unknown';
  if (keys.listEnabled === 'yes' && list.kind === 'list' && list.entries.length > 0) return 'list';
  if (keys.cache === 'yes') return 'cache';
  return keys.cache === 'unknown' ? 'unknown' : byUnknown(keys.allowUnknown);
}

function byUnknown(allowUnknown: Known): OfflineOutlook['cards'] {
  if (allowUnknown === 'unknown') return 'unknown';
  return allowUnknown === 'yes' ? 'everybody' : 'none';
}

function repairsOf(keys: OfflineKeys, facts: OfflineFacts): readonly Repair[] {
  if (facts.configuration?.readAt == null) return [{ kind: 'read-configuration' }];
  const repairs: Repair[] = [];
  const set = (key: string, value: 'true' | 'false') => repairs.push({ kind: 'set-key', key, value });
  const wantsUnknown = facts.access === 'everybody' ? 'yes' : 'no';
  if (keys.localAuthorizeOffline === 'no') set('LocalAuthorizeOffline', 'true');
  if (keys.listEnabled === 'no' && hasKey(facts.configuration, 'LocalAuthListEnabled'))
    set('LocalAuthListEnabled', 'true');
  if (
    keys.allowUnknown !== 'unknown' &&
    keys.allowUnknown !== wantsUnknown &&
    hasKey(facts.configuration, 'AllowOfflineTxForUnknownId')
  )
    set('AllowOfflineTxForUnknownId', wantsUnknown === 'yes' ? 'true' : 'false');
  const vend = FREE_VEND_KEYS.find((key) => hasKey(facts.configuration, key));
  if (vend !== undefined && freeVend(facts.configuration) === 'yes' && facts.access === 'known-cards')
    set(vend, 'false');
  const listIsPossible =
    facts.list.kind !== 'not-supported' && hasKey(facts.configuration, 'LocalAuthListEnabled');
  if (facts.hasCards && listIsPossible && !facts.listIsCurrent) repairs.push({ kind: 'send-list' });
  return repairs;
}

/**
 * A truth of the configuration. One that the standard leaves to the maker and that is missing from a reading of
 * everything is not there; one that every station must have and does not show is unknown.
 */
function setting(
  configuration: StationConfiguration | null,
  key: string,
  kind: 'required' | 'optional',
): Known {
  const value = entryOf(configuration, key)?.value?.trim().toLowerCase();
  if (value === 'true' || value === '1') return 'yes';
  if (value === 'false' || value === '0') return 'no';
  if (configuration?.readAt == null || kind === 'required') return 'unknown';
  return configuration.whole && !hasKey(configuration, key) ? 'no' : 'unknown';
}

function freeVend(configuration: StationConfiguration | null): Known {
  const settings = FREE_VEND_KEYS.map((key) => setting(configuration, key, 'optional'));
  if (settings.includes('yes')) return 'yes';
  return settings.includes('unknown') ? 'unknown' : 'no';
}

function hasKey(configuration: StationConfiguration | null, key: string): boolean {
  return entryOf(configuration, key) !== null;
}

/** Makers' words for charging without a card. */
const FREE_VEND_KEYS = ['FreevendEnabled', 'FreeVendEnabled', 'FreeVend', 'Freevend'] as const;
