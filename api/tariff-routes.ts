import { listClockTariffs } from './clock-tariffs.ts';
import { listHeldPrices, rateHeldPrices } from './held-prices.ts';
import { readOcpiTariffs } from './ocpi-tariffs.ts';
import { getRevenue } from './revenue.ts';
import { getSessionPrice, rateSession } from './session-prices.ts';
import {
  addTariffRule,
  getMonthlyFees,
  getTariffMatrix,
  listTariffRules,
  removeTariffRule,
  restoreTariffRule,
} from './tariff-rules.ts';
import { checkTariff, priceExample, rehearseTariff } from './tariff-trials.ts';
import {
  addTariff,
  changeTariff,
  getTariff,
  listTariffs,
  publishTariff,
  removeTariff,
  restoreTariff,
  withdrawVersion,
} from './tariffs.ts';

/** Prices: tariffs, who pays by them, and what sessions cost. */
export const tariffRoutes = {
  listTariffs,
  getTariff,
  addTariff,
  changeTariff,
  removeTariff,
  restoreTariff,
  publishTariff,
  withdrawVersion,
  listTariffRules,
  addTariffRule,
  removeTariffRule,
  restoreTariffRule,
  getTariffMatrix,
  getMonthlyFees,
  checkTariff,
  priceExample,
  rehearseTariff,
  readOcpiTariffs,
  listClockTariffs,
  listHeldPrices,
  rateHeldPrices,
  getSessionPrice,
  rateSession,
  getRevenue,
} as const;
