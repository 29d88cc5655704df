import { acceptance } from './en/acceptance.ts';
import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { address } from './en/address.ts';
import { apiRequests } from './en/api-requests.ts';
import { assignments } from './en/assignments.ts';
import { behaviour } from './en/behaviour.ts';
import { board } from './en/board.ts';
import { clients } from './en/clients.ts';
import { commands } from './en/commands.ts';
import { commissioning } from './en/commissioning.ts';
import { configuration } from './en/configuration.ts';
import { configurationKeys } from './en/configuration-keys.ts';
import { desk } from './en/desk.ts';
import { documents } from './en/documents.ts';
import { doubts } from './en/doubts.ts';
import { drivers } from './en/drivers.ts';
import { eichrecht } from './en/eichrecht.ts';
import { erp } from './en/erp.ts';
import { faults } from './en/faults.ts';
import { groups } from './en/groups.ts';
import { importProblems } from './en/import-problems.ts';
import { imports } from './en/imports.ts';
import { inventory } from './en/inventory.ts';
import { issuers } from './en/issuers.ts';
import { logLines } from './en/log-lines.ts';
import { logbook } from './en/logbook.ts';
import { message } from './en/message.ts';
import { modules } from './en/modules.ts';
import { ocpi } from './en/ocpi.ts';
import { offline } from './en/offline.ts';
import { overview } from './en/overview.ts';
import { own } from './en/own.ts';
import { payers } from './en/payers.ts';
import { people } from './en/people.ts';
import { prices } from './en/prices.ts';
import { problems } from './en/problems.ts';
import { recordFields } from './en/record-fields.ts';
import { requests } from './en/requests.ts';
import { rules } from './en/rules.ts';
import { security } from './en/security.ts';
import { services } from './en/services.ts';
import { sessions } from './en/sessions.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';
import { stationDetails } from './en/station-details.ts';
import { stations } from './en/stations.ts';
import { tariffs } from './en/tariffs.ts';
import { templates } from './en/templates.ts';
import { trace } from './en/trace.ts';
import { vehicles } from './en/vehicles.ts';
import { webhooks } from './en/webhooks.ts';
import { why } from './en/why.ts';
import { words } from './en/words.ts';

/** The English catalogue. Its shape is the contract for every other language. */
export const en = {
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
};
