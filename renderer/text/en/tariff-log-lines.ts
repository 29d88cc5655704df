/** What happened to tariffs, to who pays by them, and to prices of sessions. */
export const tariffLogLines = {
  'tariff-added': 'Tariff {{tariff}} added.',
  'tariff-changed': 'Tariff {{tariff}} changed.',
  'tariff-removed': 'Tariff {{tariff}} removed.',
  'tariff-restored': 'Tariff {{tariff}} restored.',
  'tariff-published': 'Tariff {{tariff}}: version {{version}} published, from {{from}}.',
  'tariff-withdrawn': 'Tariff {{tariff}}: version {{version}} withdrawn.',
  'tariff-rule-added': 'From now on {{tariff}} is paid by: {{target}} {{name}}.',
  'tariff-rule-ended': 'No longer paid by {{target}} {{name}}: {{tariff}}.',
  'session-priced-anew': 'Price changed ({{how}}): {{amount}}. {{note}}',
  'price-held': 'Price waits for a person: {{reason}}',
};
