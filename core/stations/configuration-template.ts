import type { Instant } from '../shared/units.ts';
import { entryOf, type StationConfiguration } from './configuration.ts';
import type { StationIdentity } from './station.ts';

/** A named set of settings that stations of a kind are to have. */
export interface ConfigurationTemplate {
  readonly id: number;
  readonly name: string;
  /** Whose stations it is meant for; null means any. */
  readonly vendor: string | null;
  readonly model: string | null;
  readonly entries: readonly TemplateEntry[];
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly removedAt: Instant | null;
}

export interface TemplateEntry {
  readonly key: string;
  readonly value: string;
}

/** How one key of a station stands to what a template wants. */
export interface TemplateDifference {
  readonly key: string;
  readonly wanted: string;
  /** Null where the station has no value or was not asked. */
  readonly present: string | null;
  readonly state:
    | 'same'
    | 'different'
    /** The station says that it cannot be written. */
    | 'read-only'
    /** The station does not know the key. */
    | 'unknown-key'
    /** Nobody knows what the station has. */
    | 'not-read';
}

/** Whether a template is meant for a station. One that has not said who it is might be anything. */
export function fitsTemplate({ vendor, model }: ConfigurationTemplate, identity: StationIdentity): boolean {
  return fits(vendor, identity.vendor) && fits(model, identity.model);
}

export function compareWithTemplate(
  template: Pick<ConfigurationTemplate, 'entries'>,
  configuration: StationConfiguration | null,
): readonly TemplateDifference[] {
  return template.entries.map(({ key, value }) => {
    const entry = entryOf(configuration, key);
    const present = entry?.value ?? null;
    return { key, wanted: value, present, state: stateOf() };

    function stateOf(): TemplateDifference['state'] {
      if (entry === null) {
        const unknown = configuration?.whole === true || configuration?.unknown.includes(key) === true;
        return unknown ? 'unknown-key' : 'not-read';
      }
      if (entry.secret) return 'not-read';
      if (sameValue(present, value)) return 'same';
      return entry.readOnly ? 'read-only' : 'different';
    }
  });
}

/** Stations write the same value in several ways: `TRUE`, lists with blanks after the commas. */
export function sameValue(first: string | null, second: string): boolean {
  return first !== null && plain(first) === plain(second);
}

function plain(value: string): string {
  const text = value.trim();
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return text.replace(/\s*,\s*/g, ',');
}

function fits(wanted: string | null, actual: string | null): boolean {
  return wanted === null || wanted.toLowerCase() === (actual ?? '').toLowerCase();
}
