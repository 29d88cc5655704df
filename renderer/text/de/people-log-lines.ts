import type { SameKeys } from '../catalogue.ts';
import type { peopleLogLines as en } from '../en/people-log-lines.ts';

/** Was im Logbuch über Personen, Rollen, Mandanten und Anmeldungen steht. */
export const peopleLogLines = {
  'tenant-added': 'Mandant {{tenant}} angelegt.',
  'tenant-changed': 'Mandant {{tenant}} geändert.',
  'tenant-removed': 'Mandant {{tenant}} entfernt.',
  'person-added': '{{person}} darf sich anmelden.',
  'person-changed': 'Person {{person}} geändert.',
  'person-disabled': '{{person}} darf sich nicht mehr anmelden.',
  'person-enabled': '{{person}} darf sich wieder anmelden.',
  'person-password-reset': 'Neues Passwort für {{person}}.',
  'role-added': 'Rolle {{role}} angelegt.',
  'role-changed': 'Rolle {{role}} geändert.',
  'role-removed': 'Rolle {{role}} entfernt.',
  'signed-in': 'Angemeldet.',
  'signed-out': 'Abgemeldet.',
  'sign-in-failed': 'Fehlgeschlagene Anmeldung von {{address}} ({{person}}).',
  'sign-ins-ended': 'Von anderen Geräten abgemeldet: {{person}}.',
  'second-factor-on': 'Zweiter Faktor eingeschaltet für {{person}}.',
  'second-factor-off': 'Zweiter Faktor ausgeschaltet für {{person}}.',
  'recovery-codes-made': 'Neue Ersatzcodes für {{person}}.',
  'recovery-code-used': 'Mit einem Ersatzcode angemeldet: {{person}}. Noch {{left}} übrig.',
} satisfies SameKeys<typeof en>;
