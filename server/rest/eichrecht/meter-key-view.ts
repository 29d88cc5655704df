import type { ConnectorKeys, PinnedKey as PinnedKeyView } from '#api/meter-keys.ts';
import type { MeterKeys } from '#core/eichrecht/meter-keys.ts';
import { isSameKey, keyNow, type PinnedKey } from '#core/eichrecht/pinned-key.ts';
import type { MeterKey } from '#core/eichrecht/record-verdict.ts';
import { keyFingerprint } from '../../eichrecht/key-fingerprint.ts';
import { spellKey } from '../../eichrecht/read-public-key.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

export function connectorKeysView({ connectorId, history, shown, alarm }: MeterKeys): ConnectorKeys {
  const now = keyNow(history);
  return {
    connectorId,
    history: history.map(pinnedKeyView).toReversed(),
    shown:
      shown === null
        ? null
        : {
            ...keyView(shown.key),
            source: shown.source,
            at: isoTime(shown.at),
            isPinned: now !== null && isSameKey(now.key, shown.key),
          },
    alarm:
      alarm === null
        ? null
        : {
            ...keyView(alarm.seen.key),
            source: alarm.seen.source,
            since: isoTime(alarm.seen.at),
            judged: alarm.judged === null ? null : { ...alarm.judged, at: isoTime(alarm.judged.at) },
          },
  };
}

function pinnedKeyView({ key, since, until, source, by, note }: PinnedKey): PinnedKeyView {
  return { ...keyView(key), since: isoTime(since), until: isoTimeOrNull(until), source, by, note };
}

function keyView(key: MeterKey): Pick<PinnedKeyView, 'key' | 'curve' | 'fingerprint'> {
  return { key: spellKey(key), curve: key.curve, fingerprint: keyFingerprint(key) };
}
