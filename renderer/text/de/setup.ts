import type { SameKeys } from '../catalogue.ts';
import type { setup as en } from '../en/setup.ts';

export const setup = {
  welcome: 'Willkommen bei Ladehaus',
  step: 'Schritt {{step}} von {{count}}',
  languageTitle: 'Sprache und Region',
  languageText: 'Wie dieses Programm spricht und wie es Zahlen und Daten schreibt.',
  siteTitle: 'Ihr Standort',
  siteText: 'Der Ort, an dem Ihre Ladestationen stehen.',
  siteDefault: 'Mein Standort',
  ownerTitle: 'Ihr Konto',
  ownerText: 'Es bleibt auf diesem Rechner. Ein Konto anderswo gibt es nicht.',
  ownerName: 'Ihr Name',
  ownerDefault: 'Betreiber',
  password: 'Passwort',
  passwordHint: 'Mindestens 10 Zeichen. Ein paar Wörter hintereinander sind gut.',
  strength: {
    short: 'Zu kurz',
    weak: 'Schwach: leicht zu erraten',
    fair: 'Ausreichend',
    good: 'Gut',
    strong: 'Stark',
  },
  accessTitle: 'Wer darf laden?',
  accessText: 'Das können Sie jederzeit ändern.',
  finish: 'Fertigstellen',
} satisfies SameKeys<typeof en>;
