import type { Station } from '#api/stations.ts';

/** Inventory and belonging of a station as they stand in the form. */
export interface InventoryFields {
  readonly tenantId: number;
  readonly groupIds: readonly number[];
  /** Null: what its power makes likely. */
  readonly powerClass: Station['powerClass'] | null;
  readonly location: string;
  readonly sim: string;
  readonly installedOn: string;
  readonly warrantyUntil: string;
  readonly components: readonly Station['inventory']['components'][number][];
  readonly replaces: string;
  readonly note: string;
}

/** What is known of a station, as it stands in the form. */
export function inventoryFields(station: Station): InventoryFields {
  const { tenantId, groupIds, powerClass, powerClassSet, inventory } = station;
  return { tenantId, groupIds, powerClass: powerClassSet ? powerClass : null, ...inventory };
}

const BELONGING = ['tenantId', 'groupIds', 'powerClass'] as const;

/** What was touched; the inventory goes as a whole, because it is one thing. */
export function inventoryBody(fields: InventoryFields, touched: Partial<InventoryFields>) {
  const { tenantId, groupIds, powerClass, components, ...rest } = fields;
  const hasInventory = Object.keys(touched).some((key) => !BELONGING.some((one) => one === key));
  return {
    ...(touched.tenantId !== undefined && { tenantId }),
    ...(touched.groupIds !== undefined && { groupIds: [...groupIds] }),
    ...(touched.powerClass !== undefined && { powerClass }),
    ...(hasInventory && { inventory: { ...rest, components: [...components] } }),
  };
}
