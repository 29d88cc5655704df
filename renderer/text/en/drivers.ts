export const drivers = {
  search: 'Name, e-mail, cost centre or card',
  empty: 'No drivers yet.',
  emptyText:
    'A driver has a name, a cost centre, and any number of cards and vehicles. None needs to sign in.',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  costCentre: 'Cost centre',
  contract: 'Contract',
  sessions: 'Sessions',
};
