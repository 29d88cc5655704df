import type { SameKeys } from '../catalogue.ts';
import type { modules as en } from '../en/modules.ts';

export const modules = {
  title: 'Module',
  name: {
    erp: 'API & ERP',
    tariffs: 'Tarife',
    billing: 'Abrechnung',
    'direct-payment': 'Direktzahlung',
    notifications: 'Mitteilungen',
    energy: 'Lastmanagement',
  },
  text: {
    erp: 'Programme mit eigenem Zugang, Token, Webhooks und das Protokoll der Aufrufe. Ausgeschaltet wird kein Token ausgegeben oder angenommen.',
    tariffs: 'Preise für Gruppen, Orte und Zeiten.',
    billing: 'Rechnungen, Gutschriften und Zahlungsdateien.',
    'direct-payment': 'Gäste zahlen mit dem Telefon.',
    notifications: 'Nachrichten über das, was geschieht.',
    energy: 'Grenzen für Stationen und Ladevorgänge. Grenzen, die Stationen schon haben, bleiben in Kraft.',
  },
} satisfies SameKeys<typeof en>;
