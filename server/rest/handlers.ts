import type { Application } from '../application.ts';
import { assignmentHandlers } from './access/assignment-handlers.ts';
import { cardHandlers } from './access/card-handlers.ts';
import { checkHandlers } from './access/check-handlers.ts';
import { driverHandlers } from './access/driver-handlers.ts';
import { groupHandlers } from './access/group-handlers.ts';
import { ownHandlers } from './access/own-handlers.ts';
import { ruleHandlers } from './access/rule-handlers.ts';
import { spellingHandlers } from './access/spelling-handlers.ts';
import { vehicleHandlers } from './access/vehicle-handlers.ts';
import { accountHandlers } from './account/account-handlers.ts';
import { acceptanceHandlers } from './commissioning/acceptance-handlers.ts';
import { meterKeyHandlers } from './eichrecht/meter-key-handlers.ts';
import { signedValueHandlers } from './eichrecht/signed-value-handlers.ts';
import { apiRequestHandlers } from './erp/api-request-handlers.ts';
import { clientHandlers } from './erp/client-handlers.ts';
import { deliveryHandlers } from './erp/delivery-handlers.ts';
import { issuerHandlers } from './erp/issuer-handlers.ts';
import { webhookHandlers } from './erp/webhook-handlers.ts';
import { exportHandlers } from './imports/export-handlers.ts';
import { importHandlers } from './imports/import-handlers.ts';
import { liveEventsHandler } from './live-events-handler.ts';
import { logHandlers } from './logbook/log-handlers.ts';
import { logbookCheckHandlers } from './logbook/logbook-check-handlers.ts';
import { oauthHandlers } from './oauth/oauth-handlers.ts';
import { personHandlers } from './people/person-handlers.ts';
import { personSignInHandlers } from './people/person-sign-in-handlers.ts';
import { roleHandlers } from './people/role-handlers.ts';
import { tenantHandlers } from './people/tenant-handlers.ts';
import type { RouteHandlers } from './route-handlers.ts';
import { authorityHandlers } from './security/authority-handlers.ts';
import { securityHandlers } from './security/security-handlers.ts';
import { serviceDeskHandlers } from './service-desk/service-desk-handlers.ts';
import { sessionHandlers } from './sessions/session-handlers.ts';
import { addressCardHandlers } from './site/address-card-handlers.ts';
import { overviewHandlers } from './site/overview-handlers.ts';
import { siteHandlers } from './site/site-handlers.ts';
import { behaviourHandlers } from './stations/behaviour-handlers.ts';
import { commandHandlers } from './stations/command-handlers.ts';
import { configurationHandlers } from './stations/configuration-handlers.ts';
import { documentHandlers } from './stations/document-handlers.ts';
import { doorHandlers } from './stations/door-handlers.ts';
import { knockHandlers } from './stations/knock-handlers.ts';
import { limitHandlers } from './stations/limit-handlers.ts';
import { localListHandlers } from './stations/local-list-handlers.ts';
import { offlineHandlers } from './stations/offline-handlers.ts';
import { reservationHandlers } from './stations/reservation-handlers.ts';
import { stationHandlers } from './stations/station-handlers.ts';
import { templateHandlers } from './stations/template-handlers.ts';
import { uploadHandlers } from './stations/upload-handlers.ts';
import { whyHandlers } from './stations/why-handlers.ts';
import { clockTariffHandlers } from './tariffs/clock-tariff-handlers.ts';
import { heldPriceHandlers } from './tariffs/held-price-handlers.ts';
import { matrixHandlers } from './tariffs/matrix-handlers.ts';
import { ocpiTariffHandlers } from './tariffs/ocpi-tariff-handlers.ts';
import { priceHandlers } from './tariffs/price-handlers.ts';
import { revenueHandlers } from './tariffs/revenue-handlers.ts';
import { tariffHandlers } from './tariffs/tariff-handlers.ts';
import { tariffRuleHandlers } from './tariffs/tariff-rule-handlers.ts';
import { trialHandlers } from './tariffs/trial-handlers.ts';
import { messageHandlers } from './trace/message-handlers.ts';
import { traceHandlers } from './trace/trace-handlers.ts';

export function routeHandlers(app: Application): RouteHandlers {
  return {
    ...siteHandlers(app),
    ...accountHandlers(app),
    ...overviewHandlers(app),
    ...addressCardHandlers(app),
    ...stationHandlers(app),
    ...whyHandlers(app),
    ...offlineHandlers(app),
    ...acceptanceHandlers(app),
    ...configurationHandlers(app),
    ...templateHandlers(app),
    ...behaviourHandlers(app),
    ...securityHandlers(app),
    ...authorityHandlers(app),
    ...knockHandlers(app),
    ...doorHandlers(app),
    ...traceHandlers(app),
    ...messageHandlers(app),
    ...commandHandlers(app),
    ...reservationHandlers(app),
    ...limitHandlers(app),
    ...localListHandlers(app),
    ...uploadHandlers(app),
    ...documentHandlers(app),
    ...sessionHandlers(app),
    ...tariffHandlers(app),
    ...tariffRuleHandlers(app),
    ...matrixHandlers(app),
    ...trialHandlers(app),
    ...ocpiTariffHandlers(app),
    ...clockTariffHandlers(app),
    ...heldPriceHandlers(app),
    ...priceHandlers(app),
    ...revenueHandlers(app),
    ...meterKeyHandlers(app),
    ...signedValueHandlers(app),
    ...cardHandlers(app),
    ...ownHandlers(app),
    ...tenantHandlers(app),
    ...personHandlers(app),
    ...personSignInHandlers(app),
    ...roleHandlers(app),
    ...spellingHandlers(app),
    ...driverHandlers(app),
    ...vehicleHandlers(app),
    ...assignmentHandlers(app),
    ...groupHandlers(app),
    ...ruleHandlers(app),
    ...checkHandlers(app),
    ...importHandlers(app),
    ...exportHandlers(app),
    ...logHandlers(app),
    ...logbookCheckHandlers(app),
    ...serviceDeskHandlers(app),
    ...clientHandlers(app),
    ...issuerHandlers(app),
    ...apiRequestHandlers(app),
    ...webhookHandlers(app),
    ...deliveryHandlers(app),
    ...oauthHandlers(app),
    ...liveEventsHandler(app),
  };
}
