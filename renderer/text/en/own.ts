/** What whoever drives sees: the own cards and sessions. */
export const own = {
  title: 'Mine',
  cards: 'My cards',
  noCards: 'No card has been assigned to you yet.',
  sessions: 'My sessions',
  noSessions: 'You have not charged yet.',
  noDriver: 'You are not linked to a driver yet.',
  noDriverText: 'Ask whoever runs this place to do that. Then your cards and sessions are shown here.',
  valid: 'Valid',
  blocked: 'Blocked',
  until: 'Valid until {{day}}',
  at: '{{station}}, connector {{number}}',
};
