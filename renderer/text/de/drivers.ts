import type { SameKeys } from '../catalogue.ts';
import type { drivers as en } from '../en/drivers.ts';

export const drivers = {
  search: 'Name, E-Mail, Kostenstelle oder Karte',
  empty: 'Noch keine Fahrer.',
  emptyText:
    'Ein Fahrer hat einen Namen, eine Kostenstelle und beliebig viele Karten und Fahrzeuge. Anmelden muss er sich nicht.',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  costCentre: 'Kostenstelle',
  contract: 'Vertrag',
  sessions: 'Ladevorgänge',
} satisfies SameKeys<typeof en>;
