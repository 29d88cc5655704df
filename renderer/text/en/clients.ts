/** Programs that use the API. */
export const clients = {
  nameHint: 'What the program is, such as SAP.',
  id: 'Client ID',
  permissions: 'May',
  permissionsNeeded: 'Tick at least one.',
  origins: 'Web pages that may ask',
  originsHint: 'Only for pages in a browser: their origin, such as https://erp.example. Enter adds one.',
  originWrong: '“{{origin}}” is no origin. Write it like https://erp.example:8443, without a path.',
  lastUse: 'Last use',
  never: 'never',
  secretsNow: 'Secret in use',
  madeAt: 'made {{at}}',
  oldUntil: 'The old secret counts until {{at}}',
  wasMade: 'New secret for {{name}}',
  renewTitle: 'New secret for {{name}}?',
  renewText: 'The old one goes on counting while you enter the new one in the program.',
  renewAtOnce:
    'The program is locked out until it has the new secret. Right if the old one is known to others.',
  oldCounts: 'The old secret counts for another',
  overlap: { now: 'not at all', hour: 'hour', day: 'day', week: 'week', month: '30 days' },
  requests: 'Its requests',
  noneTitle: 'No client uses the API yet.',
  noneText:
    'An ERP fetches sessions and keeps drivers and cards up to date with access of its own, for what you tick and nothing else.',
};
