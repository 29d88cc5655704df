import { HOLDER_STATES, type HolderState } from '#api/access-lists.ts';
import { LEVELS } from '#api/logbook.ts';
import { DESK_KINDS } from '#api/service-desk.ts';
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

export const ACCESS_TABS = ['cards', 'drivers', 'vehicles', 'groups', 'rules'] as const;
export type AccessTab = (typeof ACCESS_TABS)[number];
/** What the lists of drivers, vehicles and cards are narrowed by. */
export interface AccessFilter {
  readonly search?: string;
  readonly state?: HolderState;
  readonly inGroup?: number;
  readonly node?: number;
}

export interface CardsSearch extends AccessFilter {
  /** Left out: the tab of what is open, else the cards. */
  readonly tab?: AccessTab;
  readonly hold?: boolean;
  readonly card?: Opened;
  /** The number of a card that is being added. */
  readonly uid?: string;
  readonly driver?: Opened;
  readonly vehicle?: Opened;
  readonly group?: Opened;
  readonly rule?: Opened;
}

/** What stands in the panel, or that something new is made there. */
export type Opened = number | 'new';

export const COMMISSIONING_TABS = ['connect', 'messages'] as const;
export type CommissioningTab = (typeof COMMISSIONING_TABS)[number];

export interface CommissioningSearch {
  readonly tab?: CommissioningTab;
  readonly station?: string;
}

export interface TemplatesSearch {
  readonly template?: Opened;
}

export interface DeskSearch {
  /** What was typed. */
  readonly q?: string;
  /** Who or what was chosen. */
  readonly of?: (typeof DESK_KINDS)[number];
  readonly id?: string;
  readonly station?: string;
}

export interface LogbookSearch {
  readonly station?: string;
  readonly level?: (typeof LEVELS)[number];
  readonly who?: string;
  readonly changes?: 'only';
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

export const IMPORT_STEPS = ['file', 'columns', 'check', 'done'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export interface ImportSearch {
  /** Left out: the file. */
  readonly step?: ImportStep;
}

export function importSearch(raw: Raw): ImportSearch {
  return word(raw, 'step', IMPORT_STEPS);
}

export const PEOPLE_TABS = ['people', 'roles', 'tenants'] as const;
export type PeopleTab = (typeof PEOPLE_TABS)[number];

export interface PeopleSearch {
  readonly tab?: PeopleTab;
  /** A number, the key of a role, or `new`. */
  readonly open?: string;
}

export function peopleSearch(raw: Raw): PeopleSearch {
  return { ...word(raw, 'tab', PEOPLE_TABS), ...text(raw, 'open') };
}

export const TARIFF_TABS = ['tariffs', 'payers', 'board'] as const;
export type TariffTab = (typeof TARIFF_TABS)[number];

export interface TariffsSearch {
  /** Left out: the tariffs. */
  readonly tab?: TariffTab;
  readonly tariff?: Opened;
  /** What a new one begins with, where that is no figure of ours. */
  readonly start?: 'file';
  readonly rule?: Opened;
  /** Whose price at which station is explained: the number of a group, or `none` for whoever is in none. */
  readonly payer?: string;
  readonly station?: string;
}

export function tariffsSearch(raw: Raw): TariffsSearch {
  return {
    ...word(raw, 'tab', TARIFF_TABS),
    ...opened(raw, 'tariff'),
    ...word(raw, 'start', ['file']),
    ...opened(raw, 'rule'),
    ...text(raw, 'payer'),
    ...text(raw, 'station'),
  };
}

export const ERP_TABS = ['clients', 'webhooks', 'issuers', 'requests', 'docs'] as const;
export type ErpTab = (typeof ERP_TABS)[number];

export interface ErpSearch {
  readonly tab?: ErpTab;
  /** What stands in the panel: its id, or `new`. */
  readonly open?: string;
  /** Whose requests are shown. */
  readonly client?: string;
  readonly failed?: 'only';
}

export function erpSearch(raw: Raw): ErpSearch {
  return {
    ...word(raw, 'tab', ERP_TABS),
    ...text(raw, 'open'),
    ...text(raw, 'client'),
    ...word(raw, 'failed', ['only']),
  };
}

export function cardsSearch(raw: Raw): CardsSearch {
  return {
    ...word(raw, 'tab', ACCESS_TABS),
    ...(raw.hold === true ? { hold: true } : {}),
    ...opened(raw, 'card'),
    ...text(raw, 'uid'),
    ...opened(raw, 'driver'),
    ...opened(raw, 'vehicle'),
    ...opened(raw, 'group'),
    ...opened(raw, 'rule'),
    ...accessFilter(raw),
  };
}

/** The filters alone, without what is open beside the list. */
export function accessFilter(raw: Raw | CardsSearch): AccessFilter {
  const { inGroup, node } = raw;
  return {
    ...text(raw as Raw, 'search'),
    ...word(raw as Raw, 'state', HOLDER_STATES),
    ...(typeof inGroup === 'number' ? { inGroup } : {}),
    ...(typeof node === 'number' ? { node } : {}),
  };
}

export function commissioningSearch(raw: Raw): CommissioningSearch {
  return { ...word(raw, 'tab', COMMISSIONING_TABS), ...text(raw, 'station') };
}

export function templatesSearch(raw: Raw): TemplatesSearch {
  return opened(raw, 'template');
}

export function deskSearch(raw: Raw): DeskSearch {
  return { ...text(raw, 'q'), ...word(raw, 'of', DESK_KINDS), ...text(raw, 'id'), ...text(raw, 'station') };
}

export function logbookSearch(raw: Raw): LogbookSearch {
  return {
    ...text(raw, 'station'),
    ...word(raw, 'level', LEVELS),
    ...text(raw, 'who'),
    ...word(raw, 'changes', ['only']),
  };
}

function text<const Key extends string>(raw: Raw, key: Key): { readonly [K in Key]?: string } {
  const value = raw[key];
  // The router reads "12" as a number; identities may look like numbers.
  if (typeof value === 'number') return { [key]: String(value) } as { readonly [K in Key]?: string };
  return typeof value === 'string' && value !== ''
    ? ({ [key]: value } as { readonly [K in Key]?: string })
    : {};
}

function opened<const Key extends string>(raw: Raw, key: Key): { readonly [K in Key]?: Opened } {
  const value = raw[key];
  return typeof value === 'number' || value === 'new'
    ? ({ [key]: value } as { readonly [K in Key]?: Opened })
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
