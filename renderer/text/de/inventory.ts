import type { SameKeys } from '../catalogue.ts';
import type { inventory as en } from '../en/inventory.ts';

export const inventory = {
  title: 'Inventar',
  location: 'Ort',
  locationHint: 'z. B. Ebene, Platz, Wand',
  sim: 'SIM-Karte',
  simHint: 'Nummer der Karte, im Mobilfunk',
  installed: 'Eingebaut am',
  warranty: 'Gewährleistung bis',
  warrantySoon_one: 'Endet in {{count}} Tag.',
  warrantySoon_other: 'Endet in {{count}} Tagen.',
  warrantyToday: 'Endet heute.',
  warrantyOver: 'Ist abgelaufen.',
  replaces: 'An der Stelle von',
  replacesHint: 'Die Station, die vorher hier stand, nach ihrer Kennung',
  components: 'Bauteile',
  component: 'Bauteil',
  serial: 'Seriennummer',
  since: 'Eingebaut am',
  addComponent: 'Bauteil hinzufügen',
  removeComponent: '{{name}} entfernen',
  note: 'Notiz',
  groups: 'Stationsgruppen',
  powerClass: 'Leistungsklasse',
  powerClassLikely: '{{powerClass}}, nach ihrer Leistung',
  saved: 'Inventar von {{station}} gespeichert.',
} satisfies SameKeys<typeof en>;
