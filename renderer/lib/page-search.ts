import { LEVELS } from '#api/logbook.ts';
import { SESSION_STATES } from '#api/sessions.ts';
import { MARK_GROUPS, type MarkGroup } from '#api/stations.ts';

/** What stands behind the question mark of a page's address. Anything unknown there is dropped. */
type Raw = Readonly<Record<string, unknown>>;

/** Parts of one tab, each with an address of its own. */
export const SERVICE_TABS = ['service', 'cards', 'reservations', 'limits'] as const;
export type ServiceTabName = (typeof SERVICE_TABS)[number];
export const STATION_TABS = [
  'now',
  'sessions',
  'logbook',
  ...SERVICE_TABS,
  'configuration',
  'acceptance',
  'details',
] as const;
export const PERIODS = ['all', 'today', 'week', 'month', 'last-month'] as const;
export type StationTab = (typeof STATION_TABS)[number];
export type Period = (typeof PERIODS)[number];

export interface StationsSearch {
  readonly show?: MarkGroup;
  readonly tab?: StationTab;
}

export interface SessionsSearch {
  readonly state?: (typeof SESSION_STATES)[number];
  readonly station?: string;
  readonly card?: string;
  readonly period?: Period;
  readonly search?: string;
}

export interface CardsSearch {
  readonly hold?: boolean;
  readonly card?: number;
}

export const COMMISSIONING_TABS = ['connect', 'messages'] as const;
export type CommissioningTab = (typeof COMMISSIONING_TABS)[number];

export interface CommissioningSearch {
  readonly tab?: CommissioningTab;
  readonly station?: string;
}

export interface TemplatesSearch {
  readonly template?: number | 'new';
}

export interface LogbookSearch {
  readonly station?: string;
  readonly level?: (typeof LEVELS)[number];
}

export function stationsSearch(raw: Raw): StationsSearch {
  return { ...word(raw, 'show', MARK_GROUPS), ...word(raw, 'tab', STATION_TABS) };
}

export function sessionsSearch(raw: Raw): SessionsSearch {
  return {
    ...word(raw, 'state', SESSION_STATES),
    ...text(raw, 'station'),
    ...text(raw, 'card'),
    ...word(raw, 'period', PERIODS),
    ...text(raw, 'search'),
  };
}

export function cardsSearch(raw: Raw): CardsSearch {
  return {
    ...(raw.hold === true ? { hold: true } : {}),
    ...(typeof raw.card === 'number' ? { card: raw.card } : {}),
  };
}

export function commissioningSearch(raw: Raw): CommissioningSearch {
  return { ...word(raw, 'tab', COMMISSIONING_TABS), ...text(raw, 'station') };
}

export function templatesSearch({ template }: Raw): TemplatesSearch {
  return typeof template === 'number' || template === 'new' ? { template } : {};
}

export function logbookSearch(raw: Raw): LogbookSearch {
  return { ...text(raw, 'station'), ...word(raw, 'level', LEVELS) };
}

function text<const Key extends string>(raw: Raw, key: Key): { readonly [K in Key]?: string } {
  const value = raw[key];
  // The router reads "12" as a number; identities may look like numbers.
  if (typeof value === 'number') return { [key]: String(value) } as { readonly [K in Key]?: string };
  return typeof value === 'string' && value !== ''
    ? ({ [key]: value } as { readonly [K in Key]?: string })
    : {};
}

function word<const Key extends string, const Word extends string>(
  raw: Raw,
  key: Key,
  words: readonly Word[],
): { readonly [K in Key]?: Word } {
  const found = words.find((one) => one === raw[key]);
  return found === undefined ? {} : ({ [key]: found } as { readonly [K in Key]?: Word });
}
