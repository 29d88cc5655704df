import type { SameKeys } from '../catalogue.ts';
import type { erpLogLines as en } from '../en/erp-log-lines.ts';

export const erpLogLines = {
  'client-added': 'Programm {{client}} angelegt.',
  'client-changed': 'Programm {{client}} geändert.',
  'client-secret': 'Neues Geheimnis für das Programm {{client}}.',
  'client-disabled': 'Programm {{client}} abgeschaltet.',
  'client-enabled': 'Programm {{client}} wieder eingeschaltet.',
  'client-removed': 'Programm {{client}} entfernt.',
  'client-refused': 'Ein Programm bei {{address}} nannte sich {{client}} und zeigte ein falsches Geheimnis.',
  'webhook-added': 'Webhook {{webhook}} angelegt.',
  'webhook-changed': 'Webhook {{webhook}} geändert.',
  'webhook-secret': 'Neues Geheimnis für den Webhook {{webhook}}.',
  'webhook-disabled': 'Webhook {{webhook}} abgeschaltet.',
  'webhook-enabled': 'Webhook {{webhook}} wieder eingeschaltet.',
  'webhook-removed': 'Webhook {{webhook}} entfernt.',
  'webhook-tested': 'Probe an den Webhook {{webhook}} gesendet.',
  'webhook-replayed': 'Webhook {{webhook}}: {{count}} Ereignisse noch einmal gesendet.',
  'webhook-given-up':
    'Webhook {{webhook}}: Der Empfänger war drei Tage lang nicht erreichbar. Was so alt ist, wird nicht mehr gesendet.',
  'issuer-saved': 'Aussteller {{issuer}} gespeichert.',
  'issuer-removed': 'Aussteller {{issuer}} entfernt.',
} satisfies SameKeys<typeof en>;
