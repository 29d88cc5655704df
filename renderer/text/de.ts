import type { SameKeys } from './catalogue.ts';
import { acceptance } from './de/acceptance.ts';
import { access } from './de/access.ts';
import { account } from './de/account.ts';
import { address } from './de/address.ts';
import { apiRequests } from './de/api-requests.ts';
import { assignments } from './de/assignments.ts';
import { behaviour } from './de/behaviour.ts';
import { board } from './de/board.ts';
import { clients } from './de/clients.ts';
import { commands } from './de/commands.ts';
import { commissioning } from './de/commissioning.ts';
import { configuration } from './de/configuration.ts';
import { configurationKeys } from './de/configuration-keys.ts';
import { desk } from './de/desk.ts';
import { documents } from './de/documents.ts';
import { doubts } from './de/doubts.ts';
import { drivers } from './de/drivers.ts';
import { eichrecht } from './de/eichrecht.ts';
import { erp } from './de/erp.ts';
import { faults } from './de/faults.ts';
import { groups } from './de/groups.ts';
import { importProblems } from './de/import-problems.ts';
import { imports } from './de/imports.ts';
import { inventory } from './de/inventory.ts';
import { issuers } from './de/issuers.ts';
import { logLines } from './de/log-lines.ts';
import { logbook } from './de/logbook.ts';
import { message } from './de/message.ts';
import { modules } from './de/modules.ts';
import { ocpi } from './de/ocpi.ts';
import { offline } from './de/offline.ts';
import { overview } from './de/overview.ts';
import { own } from './de/own.ts';
import { payers } from './de/payers.ts';
import { people } from './de/people.ts';
import { prices } from './de/prices.ts';
import { problems } from './de/problems.ts';
import { recordFields } from './de/record-fields.ts';
import { requests } from './de/requests.ts';
import { rules } from './de/rules.ts';
import { security } from './de/security.ts';
import { services } from './de/services.ts';
import { sessions } from './de/sessions.ts';
import { settings } from './de/settings.ts';
import { setup } from './de/setup.ts';
import { shell } from './de/shell.ts';
import { states } from './de/states.ts';
import { stationDetails } from './de/station-details.ts';
import { stations } from './de/stations.ts';
import { tariffs } from './de/tariffs.ts';
import { templates } from './de/templates.ts';
import { trace } from './de/trace.ts';
import { vehicles } from './de/vehicles.ts';
import { webhooks } from './de/webhooks.ts';
import { why } from './de/why.ts';
import { words } from './de/words.ts';
import type { en } from './en.ts';

/** Der deutsche Katalog, in Sie-Form. */
export const de = {
  words,
  shell,
  requests,
  modules,
  states,
  faults,
  commands,
  behaviour,
  configuration,
  configurationKeys,
  templates,
  why,
  acceptance,
  offline,
  ocpi,
  overview,
  stations,
  stationDetails,
  eichrecht,
  inventory,
  documents,
  security,
  services,
  sessions,
  prices,
  tariffs,
  payers,
  board,
  address,
  commissioning,
  trace,
  message,
  doubts,
  access,
  drivers,
  vehicles,
  assignments,
  groups,
  rules,
  imports,
  importProblems,
  desk,
  logbook,
  logLines,
  recordFields,
  settings,
  account,
  people,
  own,
  erp,
  clients,
  webhooks,
  issuers,
  apiRequests,
  setup,
  problems,
} satisfies SameKeys<typeof en>;
