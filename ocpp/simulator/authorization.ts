import type { Configuration } from './configuration.ts';
import type { StationCallOutcome } from './link.ts';
import type { IdTagInfo, LocalList } from './local-list.ts';
import type { SimulatedTime } from './time.ts';

/** Whether a card may charge, as the station decides it (OCPP 1.6 §3.5). */
export interface Authorization {
  mayCharge(idTag: string): Promise<boolean>;
  /** Remembers what the central system said of a card. */
  learn(idTag: string, info: IdTagInfo | undefined): void;
  /** The group a card is known to belong to. */
  parentOf(idTag: string): string | undefined;
  /** Empties the cache. False where there is none. */
  clearCache(): boolean;
}

export interface AuthorizationOptions {
  readonly configuration: Configuration;
  readonly localList: LocalList;
  readonly time: SimulatedTime;
  isOnline(): boolean;
  ask(idTag: string): Promise<StationCallOutcome<'Authorize'>>;
}

export function createAuthorization(options: AuthorizationOptions): Authorization {
  const { configuration, localList, time } = options;
  const cache = new Map<string, IdTagInfo>();

  return {
    async mayCharge(idTag) {
      const local = localList.find(idTag) ?? cached(idTag);
      if (!options.isOnline()) {
        // What is known counts offline; the answer to the late start decides about the unknown (§3.5.3).
        if (local !== undefined && configuration.isOn('LocalAuthorizeOffline')) return isGood(local);
        return configuration.isOn('AllowOfflineTxForUnknownId');
      }
      if (configuration.isOn('LocalPreAuthorize') && local !== undefined && isGood(local)) return true;
      const outcome = await options.ask(idTag);
      if (outcome.kind !== 'result') return false;
      learn(idTag, outcome.response.idTagInfo);
      return outcome.response.idTagInfo.status === 'Accepted';
    },

    learn,
    parentOf: (idTag) => (localList.find(idTag) ?? cache.get(idTag.toLowerCase()))?.parentIdTag,

    clearCache() {
      cache.clear();
      return configuration.isOn('AuthorizationCacheEnabled');
    },
  };

  function learn(idTag: string, info: IdTagInfo | undefined): void {
    // §3.5.1: what the list holds is not kept a second time.
    if (info === undefined || localList.find(idTag) !== undefined) return;
    if (configuration.isOn('AuthorizationCacheEnabled')) cache.set(idTag.toLowerCase(), info);
  }

  function cached(idTag: string): IdTagInfo | undefined {
    return configuration.isOn('AuthorizationCacheEnabled') ? cache.get(idTag.toLowerCase()) : undefined;
  }

  function isGood({ status, expiryDate }: IdTagInfo): boolean {
    return status === 'Accepted' && (expiryDate === undefined || Date.parse(expiryDate) > time.now());
  }
}
