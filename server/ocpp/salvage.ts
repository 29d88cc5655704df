import type { UnreadableCall } from '#ocpp/received-call.ts';
import type { Request } from '#ocpp/v16/actions.ts';

type Salvaged =
  | { readonly action: 'BootNotification'; readonly request: Request<'BootNotification'> }
  | { readonly action: 'MeterValues'; readonly request: Request<'MeterValues'> }
  | { readonly action: 'StartTransaction'; readonly request: Request<'StartTransaction'> }
  | { readonly action: 'StopTransaction'; readonly request: Request<'StopTransaction'> };

/**
 * What can be used of a message that could not be read but must not be refused. The rest becomes a doubt
 * that a person settles; the frame itself is in the journal.
 */
export function salvage({ action, request }: UnreadableCall): Salvaged {
  const parts = isRecord(request) ? request : {};
  switch (action) {
    case 'BootNotification':
      return {
        action,
        request: {
          chargePointVendor: text(parts, 'chargePointVendor') ?? '',
          chargePointModel: text(parts, 'chargePointModel') ?? '',
        },
      };
    case 'MeterValues':
      // Half a meter value is worth nothing, and the next one comes soon.
      return { action, request: { connectorId: number(parts, 'connectorId') ?? 0, meterValue: [] } };
    case 'StartTransaction':
      return {
        action,
        request: {
          connectorId: number(parts, 'connectorId') ?? 0,
          idTag: text(parts, 'idTag') ?? '',
          meterStart: number(parts, 'meterStart') ?? 0,
          timestamp: text(parts, 'timestamp') ?? '',
        },
      };
    case 'StopTransaction': {
      const idTag = text(parts, 'idTag');
      const reason = text(parts, 'reason');
      return {
        action,
        request: {
          ...(idTag === undefined ? {} : { idTag }),
          ...(reason === undefined ? {} : { reason }),
          transactionId: number(parts, 'transactionId') ?? -1,
          meterStop: number(parts, 'meterStop') ?? -1,
          timestamp: text(parts, 'timestamp') ?? '',
        },
      };
    }
  }
}

/** Longer text identifies nothing; it stays in the journal. */
const MOST_TEXT = 255;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(parts: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = parts[field];
  return typeof value === 'string' && value.length <= MOST_TEXT ? value : undefined;
}

function number(parts: Readonly<Record<string, unknown>>, field: string): number | undefined {
  const value = parts[field];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}
