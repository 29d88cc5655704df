/** What was done in this window, as requests of the API. */
export const requests = {
  open: 'Copy as API request',
  title: 'What you just did, as API requests',
  lead: 'A program does the same with these requests. $TOKEN is the access token of a client; passwords are left out.',
  none: 'You have changed nothing yet since this page was opened.',
  done: '{{time}} · {{status}}',
  refused: '{{time}} · refused ({{status}})',
};
