import {
  abandonAcceptance,
  beginAcceptanceStep,
  getAcceptance,
  listAcceptance,
  signAcceptance,
  skipAcceptanceStep,
  startAcceptance,
} from './acceptance.ts';
import { accessRoutes } from './access-routes.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endOtherSignIns,
  endOwnSignIn,
  getAccount,
  listOwnSignIns,
  renewRecoveryCodes,
  seeFailedSignIns,
  turnOffSecondFactor,
} from './account.ts';
import { drawQrCode, getAddressCard } from './address-card.ts';
import { downloadRoot, getAuthority, renewServerCertificates, replaceAuthority } from './authority.ts';
import { changeBehaviour, clearDeviations, getBehaviour } from './behaviour.ts';
import { cancelCommand, listCommands, orderCommand } from './commands.ts';
import {
  changeConfiguration,
  getConfiguration,
  listConfigurationChanges,
  readConfiguration,
} from './configuration.ts';
import {
  addTemplate,
  applyTemplate,
  changeTemplate,
  compareTemplate,
  listTemplates,
  removeTemplate,
} from './configuration-templates.ts';
import { listDoor } from './door.ts';
import { erpRoutes } from './erp-routes.ts';
import { liveEvents } from './events.ts';
import { forgetKnock, listKnocks } from './knocks.ts';
import { logbookRoutes } from './logbook-routes.ts';
import { listSendableMessages, sendMessage } from './messages.ts';
import { judgeMeterKey, listMeterKeys, pinMeterKey } from './meter-keys.ts';
import { getOfflineBoard, repairOffline } from './offline-board.ts';
import { getOverview } from './overview.ts';
import { addPerson, changePerson, getPerson, listPeople, resetPassword } from './people.ts';
import { endPersonSignIns, listPersonSignIns, resetSecondFactor } from './person-sign-ins.ts';
import { addRole, changeRole, listRoles, removeRole } from './roles.ts';
import {
  decideSession,
  dismissStray,
  getSession,
  listSessions,
  listStrays,
  sessionTotals,
} from './sessions.ts';
import { getSignedValues, getTransparencyFile } from './signed-values.ts';
import { changeSite, getNetwork, getSite, setUp, signIn, signOut, status } from './site.ts';
import {
  addStationDocument,
  getStationDocumentFile,
  listStationDocuments,
  removeStationDocument,
  restoreStationDocument,
} from './station-documents.ts';
import {
  deleteRoot,
  getStationSecurity,
  installRoot,
  listRoots,
  renewCertificate,
  requireProfile,
  revokeCertificate,
  rotateKey,
  upgradeProfile,
} from './station-security.ts';
import {
  getCompositeSchedule,
  getLimits,
  getLocalList,
  getUploadFile,
  keepLocalList,
  listReservations,
  listUploads,
  readLocalListVersion,
  readProfileAbilities,
  removeUpload,
} from './station-services.ts';
import {
  adoptStation,
  changeStation,
  getStation,
  listStations,
  retireStation,
  setStationPassword,
} from './stations.ts';
import { tariffRoutes } from './tariff-routes.ts';
import { addTenant, changeTenant, listTenants, removeTenant } from './tenants.ts';
import { exportTrace, followTrace, listTrace } from './trace.ts';
import {
  addWebhook,
  changeWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  renewWebhookSecret,
  replayDeliveries,
  replayDelivery,
  restoreWebhook,
  testWebhook,
} from './webhooks.ts';
import { explainStation } from './why.ts';

/** Every route of the program. The server must answer each; the client can call no other. */
export const routes = {
  status,
  setUp,
  signIn,
  signOut,
  changePassword,
  getAccount,
  seeFailedSignIns,
  beginSecondFactor,
  confirmSecondFactor,
  turnOffSecondFactor,
  renewRecoveryCodes,
  listOwnSignIns,
  endOwnSignIn,
  endOtherSignIns,
  getSite,
  changeSite,
  getNetwork,
  getAddressCard,
  drawQrCode,
  getOverview,
  listStations,
  getStation,
  adoptStation,
  changeStation,
  setStationPassword,
  retireStation,
  explainStation,
  getOfflineBoard,
  repairOffline,
  listAcceptance,
  startAcceptance,
  getAcceptance,
  beginAcceptanceStep,
  skipAcceptanceStep,
  signAcceptance,
  abandonAcceptance,
  getConfiguration,
  readConfiguration,
  changeConfiguration,
  listConfigurationChanges,
  listTemplates,
  addTemplate,
  changeTemplate,
  removeTemplate,
  compareTemplate,
  applyTemplate,
  getBehaviour,
  changeBehaviour,
  clearDeviations,
  getStationSecurity,
  requireProfile,
  upgradeProfile,
  rotateKey,
  renewCertificate,
  listRoots,
  installRoot,
  deleteRoot,
  revokeCertificate,
  getAuthority,
  downloadRoot,
  renewServerCertificates,
  replaceAuthority,
  listKnocks,
  forgetKnock,
  listDoor,
  listTrace,
  followTrace,
  exportTrace,
  listSendableMessages,
  sendMessage,
  orderCommand,
  listCommands,
  cancelCommand,
  listReservations,
  getLimits,
  readProfileAbilities,
  getCompositeSchedule,
  getLocalList,
  keepLocalList,
  readLocalListVersion,
  listUploads,
  getUploadFile,
  removeUpload,
  listStationDocuments,
  addStationDocument,
  getStationDocumentFile,
  removeStationDocument,
  restoreStationDocument,
  listSessions,
  sessionTotals,
  getSession,
  decideSession,
  listStrays,
  dismissStray,
  listMeterKeys,
  pinMeterKey,
  judgeMeterKey,
  getSignedValues,
  getTransparencyFile,
  listTenants,
  addTenant,
  changeTenant,
  removeTenant,
  listPeople,
  getPerson,
  addPerson,
  changePerson,
  resetPassword,
  listPersonSignIns,
  endPersonSignIns,
  resetSecondFactor,
  listRoles,
  addRole,
  changeRole,
  removeRole,
  ...accessRoutes,
  ...tariffRoutes,
  ...logbookRoutes,
  listWebhooks,
  addWebhook,
  changeWebhook,
  removeWebhook,
  restoreWebhook,
  renewWebhookSecret,
  testWebhook,
  listDeliveries,
  replayDeliveries,
  replayDelivery,
  ...erpRoutes,
  liveEvents,
} as const;

type AllRoutes = typeof routes;
/** By name, so that the compiler need not write all of them out wherever one is asked for. */
export interface Routes extends AllRoutes {}
export type RouteName = keyof Routes;
