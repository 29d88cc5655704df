import type { VehicleDetail } from '#api/vehicles.ts';

/** Fields of a vehicle as they are typed: power in kW, energy in kWh, nothing as an empty text. */
export interface VehicleFields {
  readonly plate: string;
  readonly label: string;
  readonly make: string;
  readonly model: string;
  readonly batteryKwh: number | string;
  readonly acPowerKw: number | string;
  readonly phases: string;
  readonly vid: string;
  readonly groupIds: number[];
  readonly note: string;
  readonly tenantId: number | null;
}

const PHASES = [1, 2, 3] as const;

/** What is known of a vehicle, as it stands in the form. */
export function vehicleFields(vehicle: VehicleDetail | null): Omit<VehicleFields, 'tenantId'> {
  return {
    plate: vehicle?.plate ?? '',
    label: vehicle?.label ?? '',
    make: vehicle?.make ?? '',
    model: vehicle?.model ?? '',
    batteryKwh: inThousands(vehicle?.batteryWh),
    acPowerKw: inThousands(vehicle?.acPowerW),
    phases: String(vehicle?.phases ?? ''),
    vid: vehicle?.vid ?? '',
    groupIds: (vehicle?.groups ?? []).map(({ id }) => id),
    note: vehicle?.note ?? '',
  };
}

/** What was touched, as the API wants it. */
export function vehicleBody(touched: Partial<VehicleFields>) {
  const { batteryKwh, acPowerKw, phases, vid, tenantId: _, ...rest } = touched;
  return {
    ...rest,
    ...(batteryKwh !== undefined && { batteryWh: fromThousands(batteryKwh) }),
    ...(acPowerKw !== undefined && { acPowerW: fromThousands(acPowerKw) }),
    ...(phases !== undefined && { phases: PHASES.find((one) => String(one) === phases) ?? null }),
    ...(vid !== undefined && { vid: vid.trim() === '' ? null : vid.trim() }),
  };
}

function inThousands(value: number | null | undefined): number | string {
  return value === null || value === undefined ? '' : value / 1000;
}

function fromThousands(typed: number | string): number | null {
  return typed === '' ? null : Math.round(Number(typed) * 1000);
}
