import type { Instant } from '../shared/units.ts';

/** What the owner has set for the site. */
export interface SiteSettings {
  readonly name: string;
  /** Language of the program for people who have not chosen their own. */
  readonly language: Language;
  /** Region that decides how numbers and dates are written, as a BCP 47 tag such as `de-DE`. */
  readonly region: string;
  /** IANA time zone of the site. */
  readonly timeZone: string;
  readonly access: AccessMode;
  /** Whether the user interface may be opened from other machines on the network. */
  readonly lanOpen: boolean;
  /** Asks nothing of stations unless a person does, as conformance tools want it. */
  readonly testToolMode: boolean;
  readonly modulesOff: readonly Module[];
  /** Addresses and networks on the LAN (CIDR) that webhooks and issuers' keys may be fetched from or sent to. */
  readonly lanTargets: readonly string[];
  readonly setUpAt: Instant;
}

export type Language = 'de' | 'en';

/** Who may charge. */
export type AccessMode = 'everybody' | 'known-cards';

/** Parts that a site can do without. What they keep stays when they are switched off. */
export const MODULES = ['erp', 'tariffs', 'billing', 'direct-payment', 'notifications', 'energy'] as const;
export type Module = (typeof MODULES)[number];
