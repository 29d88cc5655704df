import type { Money as MoneyView, PriceStep as StepView } from '#api/price-steps.ts';
import type { Money } from '#core/tariffs/amounts.ts';
import type { BlockingStep, ComponentStep, PriceStep, Standing } from '#core/tariffs/price-step.ts';
import { isoTime } from '../iso-time.ts';

/** A line of a price as the API tells it. */
export function stepView(step: PriceStep): StepView {
  switch (step.kind) {
    case 'component': {
      const { kind, dimension, reservation, element, component } = step;
      return { kind, dimension, reservation, element, component, ...productView(step) };
    }
    case 'free-energy':
      return { kind: step.kind, quantity: step.quantity };
    case 'blocking':
      return {
        kind: step.kind,
        idleMs: step.idle,
        capped: step.isCapped,
        ...productView(step),
        standing: step.standing === null ? null : standingView(step.standing),
      };
    case 'discount':
      return {
        kind: step.kind,
        shareBasisPoints: step.share,
        vatBasisPoints: step.vat,
        amountMinor: step.amount,
      };
    case 'tax':
      return { kind: step.kind, vatBasisPoints: step.vat, ...moneyView(step) };
    case 'rounding':
      return { kind: step.kind, exclVatMicros: step.exclVat, inclVatMicros: step.inclVat };
    case 'limit':
      return {
        kind: step.kind,
        limit: step.limit,
        before: moneyView(step.before),
        after: moneyView(step.after),
      };
  }
}

function standingView({ whole, quiet, quietHours, grace, graceOf, cap }: Standing) {
  return {
    wholeMs: whole,
    quietMs: quiet,
    quietHours: quietHours === null ? null : { ...quietHours },
    graceMs: grace,
    graceOf,
    capMicros: cap,
  };
}

export function moneyView({ exclVat, inclVat }: Money): MoneyView {
  return { exclVatMinor: exclVat, inclVatMinor: inclVat };
}

function productView({ quantity, price, vat, exact, rounded, parts }: ComponentStep | BlockingStep) {
  return {
    quantity,
    priceMicros: price,
    vatBasisPoints: vat,
    exactMicros: exact,
    roundedMinor: rounded,
    parts: parts.map((part) => ({
      from: isoTime(part.from),
      to: isoTime(part.to),
      quantity: part.quantity,
      energyFromMwh: part.energyFrom,
      energyToMwh: part.energyTo,
      guessedFrom: part.isGuessedFrom,
      guessedTo: part.isGuessedTo,
    })),
  };
}
