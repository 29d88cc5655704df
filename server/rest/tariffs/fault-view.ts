import type { TariffFault as FaultView } from '#api/tariff-trials.ts';
import type { TariffFault } from '#core/tariffs/tariff-fault.ts';

/** What is wrong with a draft as the API tells it: the same fields for every kind, so that a grid can look at them. */
export function faultView({ at, fault, severity }: TariffFault): FaultView {
  return {
    kind: fault.kind,
    severity,
    place: at.kind === 'limit' ? at.limit : at.kind,
    element: 'element' in at ? at.element : null,
    component: 'component' in at ? at.component : null,
    dimension: 'dimension' in fault ? fault.dimension : null,
    stretch:
      fault.kind === 'gap' || fault.kind === 'partly-free' || fault.kind === 'overlap'
        ? { weekday: fault.weekday, onHolidays: fault.onHolidays, from: fault.from, to: fault.to }
        : null,
    with: fault.kind === 'overlap' ? fault.with : null,
    of: fault.kind === 'empty-range' || fault.kind === 'assumed-to-fit' ? fault.of : null,
    currency: fault.kind === 'other-currency' ? fault.currency : null,
  };
}
