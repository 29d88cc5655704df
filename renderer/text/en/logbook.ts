export const logbook = {
  title: 'Logbook',
  empty: 'Nothing has happened yet.',
  emptyText: 'Everything that happens on the site is written down here by itself.',
  noneMatch: 'No entry matches.',
  level: { all: 'Everything', attention: 'Attention', fault: 'Faults' },
  filterLevel: 'Show entries by weight',
  allStations: 'Whole site',
  note: 'Write a note …',
  noteAbout: 'Note about {{station}} …',
  writeNote: 'Write down',
};
