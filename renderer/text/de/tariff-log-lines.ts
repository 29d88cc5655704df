import type { SameKeys } from '../catalogue.ts';
import type { tariffLogLines as en } from '../en/tariff-log-lines.ts';

export const tariffLogLines = {
  'tariff-added': 'Tarif {{tariff}} hinzugefügt.',
  'tariff-changed': 'Tarif {{tariff}} geändert.',
  'tariff-removed': 'Tarif {{tariff}} entfernt.',
  'tariff-restored': 'Tarif {{tariff}} wiederhergestellt.',
  'tariff-published': 'Tarif {{tariff}}: Version {{version}} veröffentlicht, gilt ab {{from}}.',
  'tariff-withdrawn': 'Tarif {{tariff}}: Version {{version}} zurückgenommen.',
  'tariff-rule-added': 'Ab jetzt gilt {{tariff}} für: {{target}} {{name}}.',
  'tariff-rule-ended': 'Gilt nicht mehr für {{target}} {{name}}: {{tariff}}.',
  'session-priced-anew': 'Preis geändert ({{how}}): {{amount}}. {{note}}',
  'price-held': 'Preis wartet auf eine Entscheidung: {{reason}}',
} satisfies SameKeys<typeof en>;
