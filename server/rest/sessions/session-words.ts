import type { PRICE_STATES } from '#api/session-prices.ts';
import type { SESSION_STATES } from '#api/sessions.ts';

type Words<State extends string> = Readonly<Record<State, { readonly de: string; readonly en: string }>>;

/** What the interface calls the states of a session, for files that people open. */
export const SESSION_STATE_WORDS: Words<(typeof SESSION_STATES)[number]> = {
  running: { de: 'Läuft', en: 'Running' },
  ended: { de: 'Beendet', en: 'Ended' },
  'needs-decision': { de: 'Braucht Entscheidung', en: 'Needs a decision' },
  decided: { de: 'Entschieden', en: 'Decided' },
  void: { de: 'Zählt nicht', en: 'Does not count' },
};

/** The same for how far its price is. */
export const PRICE_STATE_WORDS: Words<(typeof PRICE_STATES)[number]> = {
  running: { de: 'bis jetzt', en: 'so far' },
  waiting: { de: 'wartet', en: 'waiting' },
  priced: { de: 'festgestellt', en: 'priced' },
  held: { de: 'zurückgehalten', en: 'held' },
  waived: { de: 'erlassen', en: 'waived' },
  fixed: { de: 'festgelegt', en: 'fixed' },
  'no-tariff': { de: 'kein Tarif', en: 'no tariff' },
};
