import { randomUUID } from 'node:crypto';
import type { Change } from '#core/changes.ts';
import { type Delivery, waitingFrom } from '#core/erp/delivery.ts';
import { wants } from '#core/erp/webhook.ts';
import type { LogEntry } from '#core/logbook/entry.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { pathOf } from '#core/tenants/tenant-tree.ts';
import type { LiveSite } from '../site/live-site.ts';
import { isModuleOn } from '../site/modules.ts';
import { payloadOf } from './webhook-payload.ts';

/**
 * What webhooks are told of these changes: one delivery for each line of the logbook and each webhook that wants it. They are
 * kept in the transaction of the event itself, so that none is lost between the two. The entries know their nodes by now.
 */
export function deliveriesOf(live: LiveSite, changes: readonly Change[]): readonly Change[] {
  if (live.erp.webhooks.size === 0 || !isModuleOn(live, 'erp')) return [];
  return changes.flatMap((change) =>
    change.kind === 'add-log-entry' ? deliveriesOfEntry(live, change.entry) : [],
  );
}

function deliveriesOfEntry(live: LiveSite, entry: LogEntry): readonly Change[] {
  const tenantId = entry.tenantId ?? ROOT_TENANT;
  const path = pathOf(live.tenants, tenantId);
  return [...live.erp.webhooks.values()]
    .filter((webhook) => wants(webhook, entry.kind, path))
    .map((webhook) => {
      const messageId = newMessageId();
      const delivery: Delivery = {
        id: live.nextId('delivery'),
        webhookId: webhook.id,
        messageId,
        kind: entry.kind,
        at: entry.at,
        payload: payloadOf(live, { ...entry, tenantId }, messageId),
        life: waitingFrom(entry.at),
      };
      return { kind: 'save-delivery', delivery };
    });
}

/** Without a full stop, which parts what is signed (Standard Webhooks). */
export function newMessageId(): string {
  return `msg_${randomUUID()}`;
}
