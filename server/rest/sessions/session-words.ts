import type { REFUSALS } from '#api/access.ts';
import type { PRICE_STATES } from '#api/session-prices.ts';
import type { SESSION_STATES } from '#api/sessions.ts';

export type Words<State extends string> = Readonly<
  Record<State, { readonly de: string; readonly en: string }>
>;

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

/** How a session ended (OCPP 1.6, 7.36). */
export const STOP_REASON_WORDS = {
  DeAuthorized: { de: 'Karte nicht mehr erlaubt', en: 'Card no longer allowed' },
  EmergencyStop: { de: 'Not-Aus', en: 'Emergency stop' },
  EVDisconnected: { de: 'Kabel am Auto gezogen', en: 'Cable pulled at the car' },
  HardReset: { de: 'Harter Neustart der Station', en: 'Hard restart of the station' },
  Local: { de: 'Fahrer, an der Station', en: 'Driver, at the station' },
  Other: { de: 'Anderer Grund', en: 'Another reason' },
  PowerLoss: { de: 'Stromausfall', en: 'Power failure' },
  Reboot: { de: 'Neustart der Station', en: 'Restart of the station' },
  Remote: { de: 'Von hier aus', en: 'From here' },
  SoftReset: { de: 'Neustart der Station', en: 'Restart of the station' },
  UnlockCommand: { de: 'Von hier entriegelt', en: 'Unlocked from here' },
} as const;

/** In words; a station's own word stays as it is. */
export function stopReasonWord(reason: string, language: 'de' | 'en'): string {
  const known = (Object.keys(STOP_REASON_WORDS) as (keyof typeof STOP_REASON_WORDS)[]).find(
    (one) => one === reason,
  );
  return known === undefined ? reason : STOP_REASON_WORDS[known][language];
}

/** Why a card was refused at which the station charged all the same. */
export const REFUSAL_WORDS: Words<(typeof REFUSALS)[number]> = {
  unknown: { de: 'unbekannt', en: 'unknown' },
  blocked: { de: 'gesperrt', en: 'blocked' },
  'not-yet-valid': { de: 'noch nicht gültig', en: 'not yet valid' },
  expired: { de: 'abgelaufen', en: 'expired' },
  'driver-blocked': { de: 'Fahrer gesperrt', en: 'driver blocked' },
  'driver-not-yet-valid': { de: 'Fahrer noch nicht gültig', en: 'driver not yet valid' },
  'driver-expired': { de: 'Fahrer abgelaufen', en: 'driver expired' },
  'vehicle-blocked': { de: 'Fahrzeug gesperrt', en: 'vehicle blocked' },
  'not-allowed-here': { de: 'hier nicht zugelassen', en: 'not allowed here' },
  'outside-hours': { de: 'außerhalb ihrer Zeiten', en: 'outside its hours' },
  'charging-elsewhere': { de: 'lädt schon anderswo', en: 'charging elsewhere' },
};
