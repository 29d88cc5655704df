import type { Clock } from '../clock.ts';
import { type AddressOrigins, readAddressOrigins } from './address-origin.ts';
import type { SiteAddress } from './site-addresses.ts';

/** The addresses of this computer for stations, and who gave them. */
export interface AddressBook {
  /** Best first. */
  present(): readonly SiteAddress[];
  origins(): Promise<AddressOrigins>;
}

/** Asking the system starts a program: not with every look at the page. */
const KNOWN_FOR_MS = 60_000;

export function createAddressBook(present: () => readonly SiteAddress[], clock: Clock): AddressBook {
  let asked: { readonly at: number; readonly answer: Promise<AddressOrigins> } | null = null;
  return {
    present,
    origins() {
      const now = clock.monotonic();
      if (asked === null || now - asked.at > KNOWN_FOR_MS)
        asked = { at: now, answer: readAddressOrigins(process.platform, present()) };
      return asked.answer;
    },
  };
}

/** The address that people entered in their stations stays the recommended one for as long as it is there. */
export function withKnownFirst(
  present: readonly SiteAddress[],
  known: string | undefined,
): readonly SiteAddress[] {
  if (!present.some(({ address }) => address === known)) return present;
  const marked = present.map((one) => ({ ...one, recommended: one.address === known }));
  return [
    ...marked.filter(({ recommended }) => recommended),
    ...marked.filter(({ recommended }) => !recommended),
  ];
}
