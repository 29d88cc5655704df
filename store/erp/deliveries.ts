import { sql } from 'kysely';
import type { Delivery } from '#core/erp/delivery.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { fromJson, fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type TableWrite, upserting } from '../sqlite/table-write.ts';
import type { DeliveryRow } from './erp-tables.ts';

export interface DeliveryFilter {
  readonly webhookId: number;
  /** Only older ones than this. */
  readonly before?: number;
  /** Only of events from the one moment on, and before the other. */
  readonly period?: { readonly from: Instant; readonly to: Instant };
  readonly limit: number;
}

/** Those that are over make room for new ones, the oldest first. */
const MOST_SETTLED = 10_000;
/** A receiver that is away for long must not fill the disk: beyond this the oldest go, delivered or not. */
const MOST_DELIVERIES = 100_000;

const saving = upserting<DeliveryRow, Delivery>(
  {
    table: 'webhook_delivery',
    columns: {
      id: (delivery) => delivery.id,
      webhook_id: (delivery) => delivery.webhookId,
      message_id: (delivery) => delivery.messageId,
      kind: (delivery) => delivery.kind,
      at: (delivery) => delivery.at,
      payload: (delivery) => delivery.payload,
      life_json: (delivery) => JSON.stringify(delivery.life),
      is_open: ({ life }) => Number(life.kind === 'waiting'),
    },
  },
  ['id'],
);

export const deliveryWrite: TableWrite<Delivery> = {
  sql: (rows, texts) => `
    ${saving.sql(rows, texts)}
    DELETE FROM webhook_delivery WHERE EXISTS (SELECT 1 FROM ${rows})
      AND id <= (SELECT max(id) FROM webhook_delivery) - ${MOST_SETTLED}
      AND (is_open = 0 OR id <= (SELECT max(id) FROM webhook_delivery) - ${MOST_DELIVERIES});`,
  row: saving.row,
};

/** Newest first. */
export async function listDeliveries(query: Query, filter: DeliveryFilter): Promise<readonly Delivery[]> {
  let list = query
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', filter.webhookId)
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.before !== undefined) list = list.where('id', '<', filter.before);
  if (filter.period !== undefined)
    list = list.where('at', '>=', filter.period.from).where('at', '<', filter.period.to);
  return (await list.execute()).map(deliveryOf);
}

export async function deliveryById(query: Query, id: number): Promise<Delivery | null> {
  const row = await query.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : deliveryOf(row);
}

/** The one whose turn it is: a test, for which somebody waits, else the oldest. */
export async function nextDelivery(query: Query, webhookId: number): Promise<Delivery | null> {
  const row = await query
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('is_open', '=', sql.lit(1))
    .orderBy(sql`kind = 'test'`, 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return row === undefined ? null : deliveryOf(row);
}

/** How many wait for each webhook. */
export async function waitingDeliveries(query: Query): Promise<ReadonlyMap<number, number>> {
  const rows = await query
    .selectFrom('webhook_delivery')
    .select((row) => ['webhook_id', row.fn.countAll<number>().as('count')])
    .where('is_open', '=', sql.lit(1))
    .groupBy('webhook_id')
    .execute();
  return new Map(rows.map((row) => [row.webhook_id, row.count]));
}

function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    messageId: row.message_id,
    kind: fromWord(row.kind),
    at: instant(row.at),
    payload: row.payload,
    life: fromJson(row.life_json),
  };
}
