import type { StationIdentity } from './station.ts';
import type { SwitchName, SwitchValue } from './switches.ts';

/** What is known of a make of stations: a data file, not code. */
export interface Passport {
  /** The file it came from, without its ending. */
  readonly name: string;
  /** What people call these stations. */
  readonly make: string;
  readonly match: PassportMatch;
  readonly switches: readonly PassportSwitch[];
}

/** All that is said has to hold; texts are compared without regard to case, blanks, dots and hyphens. */
export interface PassportMatch {
  /** Beginnings of the vendor's name, one of which has to fit. */
  readonly vendors: readonly string[];
  /** Beginnings of the model's name; any model where none is named. */
  readonly models: readonly string[];
  /** Lowest version of the firmware, itself included; null where there is none. */
  readonly firmwareFrom: string | null;
  /** First version of the firmware for which it no longer holds. */
  readonly firmwareBelow: string | null;
}

export interface PassportSwitch {
  readonly name: SwitchName;
  readonly value: SwitchValue;
  readonly why: { readonly de: string; readonly en: string };
  /** Where it was seen: a project and the number of its issue. */
  readonly source: string;
}

export function isPassportOf({ match }: Passport, identity: StationIdentity): boolean {
  if (!beginsWithOne(identity.vendor, match.vendors)) return false;
  if (match.models.length > 0 && !beginsWithOne(identity.model, match.models)) return false;
  if (match.firmwareFrom === null && match.firmwareBelow === null) return true;
  if (identity.firmware === null) return false;
  return (
    (match.firmwareFrom === null || comparedVersions(identity.firmware, match.firmwareFrom) >= 0) &&
    (match.firmwareBelow === null || comparedVersions(identity.firmware, match.firmwareBelow) < 0)
  );
}

/** Negative when the first is the older one. Compares the numbers in it from left to right, whatever stands between. */
export function comparedVersions(first: string, second: string): number {
  const left = numbersIn(first);
  const right = numbersIn(second);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersIn(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

function beginsWithOne(text: string | null, beginnings: readonly string[]): boolean {
  const folded = fold(text ?? '');
  return beginnings.some((beginning) => folded.startsWith(fold(beginning)));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s._-]/g, '');
}
