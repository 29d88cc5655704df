import type { CardUid } from '../access/card-uid.ts';
import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** The local list of a station: cards it knows by itself when it cannot ask us (OCPP 1.6 §3.5.3). */
export interface LocalList {
  readonly stationId: StationId;
  /** Whether somebody wants it kept up to date. */
  readonly kept: boolean;
  /** What the station acknowledged last, and under which version; null until it has taken one. */
  readonly version: number | null;
  readonly entries: readonly ListEntry[];
  readonly acknowledgedAt: Instant | null;
  /** Our cards that are not on it: what the station has no room for comes last. */
  readonly leftOut: readonly CardUid[];
  readonly state: ListState;
  readonly abilities: ListAbilities;
}

export type ListState =
  | { readonly kind: 'never-sent' }
  | { readonly kind: 'acknowledged' }
  /** The station says another version than the one it acknowledged. */
  | {
      readonly kind: 'lost';
      readonly found: number;
      readonly at: Instant;
      /** It said so right after it had taken all of it twice: the same cards are not sent to it again unasked. */
      readonly again?: true;
    }
  | { readonly kind: 'not-supported'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly at: Instant; readonly answer: string };

/** What a station says it can take; null where it has not said (OCPP 1.6 §9.2). */
export interface ListAbilities {
  /** Entries in all: LocalAuthListMaxLength. */
  readonly capacity: number | null;
  /** Entries in one message: SendLocalListMaxLength. */
  readonly perMessage: number | null;
  readonly readAt: Instant | null;
}

export interface ListEntry {
  readonly idTag: CardUid;
  readonly status: 'Accepted' | 'Blocked' | 'Expired';
  readonly expiresAt: Instant | null;
  readonly group: CardUid | null;
}

/** Whether a station is known never to say the version that it has taken. */
export function neverSaysItsVersion({ state }: LocalList): boolean {
  return state.kind === 'lost' && state.again === true;
}

export function noList(stationId: StationId): LocalList {
  return {
    stationId,
    kept: false,
    version: null,
    entries: [],
    acknowledgedAt: null,
    leftOut: [],
    state: { kind: 'never-sent' },
    abilities: { capacity: null, perMessage: null, readAt: null },
  };
}

/** What is known of the cards that a station recognises without us. Nothing is guessed. */
export type OfflineCards =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-supported' }
  | {
      readonly kind: 'list';
      readonly version: number;
      readonly entries: readonly ListEntry[];
      readonly leftOut: readonly CardUid[];
      readonly capacity: number | null;
      readonly acknowledgedAt: Instant | null;
    };

/** Which cards a station knows by its local list, as far as it has acknowledged it and not lost it since. */
export function offlineCardsOf(list: LocalList | undefined): OfflineCards {
  if (list === undefined || list.state.kind === 'lost') return { kind: 'unknown' };
  if (list.state.kind === 'not-supported') return { kind: 'not-supported' };
  if (list.version === null) return { kind: 'unknown' };
  const { version, entries, leftOut, abilities, acknowledgedAt } = list;
  return { kind: 'list', version, entries, leftOut, capacity: abilities.capacity, acknowledgedAt };
}
