/** Where each route of the logbook and of the service desk is asked. */
export function logbookExamples(card: { readonly id: number }) {
  return {
    listLog: ['/logbook?limit=5'],
    listLogActors: ['/logbook-actors'],
    getLogbookCheck: ['/logbook-check'],
    verifyLogbook: ['/logbook-check'],
    searchDesk: ['/service-desk?search=M%C3%BCller'],
    getDeskCase: [`/service-desk/card/${card.id}`],
    writeNote: ['/logbook', { text: 'Seen by the electrician', stationId: 'HOF 1' }],
    supplementEntry: ['/logbook/1/supplements', { text: 'Seen again' }],
  } as const;
}
