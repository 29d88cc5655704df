import type { SameKeys } from '../catalogue.ts';
import type { own as en } from '../en/own.ts';

export const own = {
  title: 'Meins',
  cards: 'Meine Karten',
  noCards: 'Ihnen ist noch keine Karte zugeordnet.',
  sessions: 'Meine Ladevorgänge',
  noSessions: 'Sie haben noch nicht geladen.',
  noDriver: 'Sie sind noch mit keinem Fahrer verbunden.',
  noDriverText:
    'Bitten Sie die Betreiber dieses Standorts darum. Dann stehen hier Ihre Karten und Ladevorgänge.',
  valid: 'Gültig',
  blocked: 'Gesperrt',
  until: 'Gültig bis {{day}}',
  at: '{{station}}, Anschluss {{number}}',
} satisfies SameKeys<typeof en>;
