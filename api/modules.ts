/** Parts that a site can do without. What they keep stays when they are switched off. */
export const MODULES = ['erp', 'tariffs', 'billing', 'direct-payment', 'notifications', 'energy'] as const;
export type Module = (typeof MODULES)[number];
