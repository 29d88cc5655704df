/** Parts of the program that can be switched off. */
export const modules = {
  title: 'Modules',
  name: {
    erp: 'API & ERP',
    tariffs: 'Tariffs',
    billing: 'Billing',
    'direct-payment': 'Direct payment',
    notifications: 'Notifications',
    energy: 'Load management',
  },
  text: {
    erp: 'Programs with access of their own, tokens, webhooks and the request log. Switched off, no token is given or accepted.',
    tariffs: 'Prices for groups, places and times.',
    billing: 'Invoices, credit notes and payment files.',
    'direct-payment': 'Guests pay with their phone.',
    notifications: 'Messages about what happens.',
    energy: 'Limits for stations and sessions. Limits that stations have already stay in force.',
  },
};
