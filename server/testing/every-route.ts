import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { furnishAccess } from './access-examples.ts';
import { furnishAccount } from './account-examples.ts';
import { furnishDocuments } from './document-examples.ts';
import { furnishEichrecht } from './eichrecht-examples.ts';
import { logbookExamples } from './logbook-examples.ts';
import { sendDiagnostics, signedAcceptance, uploadedCards } from './made-before.ts';
import { makeRequest } from './make-request.ts';
import type { RestRequest } from './rest-client.ts';
import { OWNER, SETUP, type TestSite } from './start-site.ts';
import { furnishTariffs } from './tariff-examples.ts';
import { addClient, issuerOf, tokenOf } from './test-client.ts';
import { connectStation } from './test-station.ts';

/** Where each route is asked, and with what, on a site that `furnish` has filled. */
export interface Example {
  readonly name: RouteName;
  readonly method: string;
  /** From `/api/v1` on. */
  readonly path: string;
  readonly body?: unknown;
  /** A file that is sent instead of a body. */
  readonly file?: { readonly type: string; readonly text: string };
}

/** Its receiver is nowhere: nothing leaves this computer. */
const WEBHOOK = {
  tenantId: 1,
  name: 'ERP',
  url: 'https://no-such-host.invalid/hook',
  kinds: ['session-ended'],
};
/** How an example is sent: OAuth takes forms, imports take files. */
export function requestOf({ name, body, file }: Example): RestRequest {
  if (file !== undefined) return { text: file.text, headers: { 'content-type': file.type } };
  if (body === undefined) return {};
  const route: Route = routes[name];
  if (route.form !== true) return { body };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { text: new URLSearchParams(body as Record<string, string>).toString(), headers };
}

/** Gives a site a station on the line, sessions of every state, cards, strays and knocks. */
export async function furnish(site: TestSite): Promise<readonly Example[]> {
  const station = await site.station('HOF 1');
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const begin = { connectorId: 1, idTag: 'CARD', meterStart: 0 };
  await site.api.post('/cards', { uid: 'CARD', holder: 'Jörg Müller', label: 'Pool' });
  const removed = (await site.api.post('/cards', { uid: 'GONE', holder: 'X' })).json;
  await site.api.delete(`/cards/${removed.id}`);
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  await station.ok('StatusNotification', { connectorId: 0, errorCode: 'NoError', status: 'Faulted' });
  await station.ok('StatusNotification', { connectorId: 2, errorCode: 'GroundFailure', status: 'Faulted' });
  const { transactionId } = await station.ok('StartTransaction', { ...begin, timestamp: at(120) });
  await station.ok('StopTransaction', { transactionId, meterStop: 5_000, timestamp: at(60) });
  await station.ok('StartTransaction', { ...begin, timestamp: at(50) });
  await station.ok('StopTransaction', { transactionId: -1, meterStop: 2_000, timestamp: at(40) });
  await station.ok('StopTransaction', { transactionId: -1, meterStop: 3_000, timestamp: at(30) });
  const running = await station.ok('StartTransaction', { ...begin, timestamp: at(20) });
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' });
  const sampledValue = [
    { value: '1500' },
    { value: '7400', measurand: 'Power.Active.Import' },
    { value: '55', measurand: 'SoC' },
  ];
  const meterValue = [{ timestamp: at(1), sampledValue }];
  await station.ok('MeterValues', { connectorId: 1, transactionId: running.transactionId, meterValue });
  await connectStation(site.server.ocppUrl, 'KNOCK').catch(() => null);
  station.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
  station.answers('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }));
  station.answers('GetLocalListVersion', () => ({ listVersion: 0 }));
  station.answers('GetDiagnostics', () => ({ fileName: 'diagnostics.zip' }));
  await site.api.post('/stations', { id: 'AWAY' });
  station.answers('GetConfiguration', () => ({
    configurationKey: [{ key: 'ConnectionTimeOut', readonly: false, value: '60' }],
  }));
  const template = (
    await site.api.post('/configuration-templates', {
      name: 'Usual',
      entries: [{ key: 'ConnectionTimeOut', value: '60' }],
    })
  ).json;
  const waiting = await site.api.post('/stations/AWAY/commands', { kind: 'reset', type: 'Soft' });
  const file = await sendDiagnostics(site, station);
  const { organisation } = (await site.api.get('/authority')).json;
  const { csr } = await makeRequest({ commonName: 'HOF 1', organisation });
  await station.ok('SignCertificate', { csr });
  const security = (await site.api.get('/stations/HOF%201/security')).json;
  const sessions = (await site.api.get('/sessions')).json.items;
  const stray = (await site.api.get('/strays')).json.items[0];
  const card = (await site.api.get('/cards')).json.items[0];
  const access = await furnishAccess(site, card);
  const doubtful = sessions.find(({ state }: { state: string }) => state === 'needs-decision');

  const ended = sessions.find(({ state }: { state: string }) => state === 'ended');

  const account = await furnishAccount(site);
  const eichrecht = await furnishEichrecht(site);

  const signed = await signedAcceptance(site);

  const { webhook } = (await site.api.post('/webhooks', WEBHOOK)).json;
  const delivery = (await site.api.post(`/webhooks/${webhook.id}/test`)).json;
  const tenant = (await site.api.post('/tenants', { parentId: 1, name: 'Hof', kind: 'site' })).json;
  const empty = (await site.api.post('/tenants', { parentId: 1, name: 'Leer', kind: 'other' })).json;
  const { person } = (
    await site.api.post('/people', {
      name: 'Tom Beck',
      tenantId: tenant.id,
      grants: [{ tenantId: tenant.id, role: 'technician' }],
    })
  ).json;
  const roleAt = { tenantId: tenant.id, permissions: ['stations.read'] };
  const role = (await site.api.post('/roles', { ...roleAt, name: 'Pförtner' })).json.own;
  const spare = (await site.api.post('/roles', { ...roleAt, name: 'Aushilfe' })).json.own;
  const erp = await addClient(site, { name: 'ERP', permissions: ['stations.read'] });
  const { client } = erp;
  const credentials = { client_id: client.id, client_secret: erp.secret };
  const token = await tokenOf(site, erp);
  const draft = await uploadedCards(site, 'uid;driver\n04A2B8C1;Ada\n');
  const earlier = await uploadedCards(site, 'uid;driver\n04A2B8C2;Ben\n1,2E+45;Cem\n');
  const imported = (await site.api.post(`/import-drafts/${earlier}/run`, { mapping: { uid: 0, driver: 1 } }))
    .json;
  const issuer = (await site.api.post('/issuers', issuerOf(client.id))).json;

  // Reading first, then changing, and what ends the stay last.
  const asked: Record<RouteName, readonly [path: string, body?: unknown, fileType?: string]> = {
    status: ['/status'],
    getSite: ['/site'],
    ...account,
    ...eichrecht,
    getNetwork: ['/network'],
    getAddressCard: ['/address-card'],
    drawQrCode: ['/qr-code?text=ws%3A%2F%2Fhost%2Focpp%2F'],
    getOverview: ['/overview'],
    listStations: ['/stations?retired=true'],
    getStation: ['/stations/HOF%201'],
    startAcceptance: ['/stations/HOF%201/acceptance-runs', { connectorId: 2 }],
    getOfflineBoard: ['/offline-board'],
    repairOffline: ['/stations/AWAY/offline-repair'],
    listAcceptance: ['/stations/AWAY/acceptance-runs'],
    getAcceptance: [`/acceptance-runs/${signed}`],
    beginAcceptanceStep: [`/acceptance-runs/${signed + 1}/steps/offline/begin`, { offlineSeconds: 60 }],
    skipAcceptanceStep: [`/acceptance-runs/${signed + 1}/steps/unlock/skip`, { reason: 'no lock' }],
    signAcceptance: [`/acceptance-runs/${signed + 2}/sign`, { name: 'E. Fach', confirmed: true }],
    abandonAcceptance: [`/acceptance-runs/${signed + 1}/abandon`],
    explainStation: ['/stations/HOF%201/why?connector=1'],
    getConfiguration: ['/stations/HOF%201/configuration'],
    listConfigurationChanges: ['/stations/HOF%201/configuration/changes?limit=5'],
    listTemplates: ['/configuration-templates'],
    compareTemplate: [`/configuration-templates/${template.id}/comparison`],
    getBehaviour: ['/stations/HOF%201/behaviour'],
    getStationSecurity: ['/stations/HOF%201/security'],
    getAuthority: ['/authority'],
    downloadRoot: ['/authority/root?format=pem'],
    listKnocks: ['/knocks'],
    listDoor: ['/door?limit=10'],
    listTrace: ['/trace?limit=50'],
    exportTrace: ['/trace/export?limit=50'],
    listSendableMessages: ['/sendable-messages'],
    sendMessage: ['/stations/HOF%201/messages', { action: 'GetLocalListVersion', payload: {} }],
    followTrace: ['/trace/live'],
    listCommands: ['/commands?limit=5'],
    listSessions: ['/sessions?limit=2'],
    sessionTotals: ['/session-totals'],
    getSession: [`/sessions/${sessions[0].id}`],
    listStrays: ['/strays'],
    listCards: ['/cards'],
    listHeldCards: ['/held-cards'],
    changeConfiguration: [
      '/stations/HOF%201/configuration/changes',
      { key: 'ConnectionTimeOut', value: '120' },
    ],
    readConfiguration: ['/stations/HOF%201/configuration/read', {}],
    addTemplate: [
      '/configuration-templates',
      { name: 'Hall', entries: [{ key: 'BlinkRepeat', value: '3' }] },
    ],
    changeTemplate: [`/configuration-templates/${template.id}`, { name: 'Yard' }],
    applyTemplate: [`/configuration-templates/${template.id}/apply`, { stationIds: ['AWAY'] }],
    removeTemplate: [`/configuration-templates/${template.id}`],
    changeBehaviour: ['/stations/HOF%201/behaviour', { name: 'unlock', value: false }],
    clearDeviations: ['/stations/HOF%201/deviations/clear'],
    changeSite: ['/site', { name: 'Werk Nord' }],
    adoptStation: ['/stations', { id: 'ADOPTED', name: 'Neu' }],
    changeStation: ['/stations/ADOPTED', { name: 'Neuer', maxPowerW: 11_000 }],
    setStationPassword: ['/stations/ADOPTED/password', {}],
    retireStation: ['/stations/ADOPTED/retire', {}],
    rotateKey: ['/stations/HOF%201/security/key'],
    renewCertificate: ['/stations/HOF%201/security/certificate'],
    listRoots: ['/stations/HOF%201/security/roots?use=CentralSystemRootCertificate'],
    installRoot: ['/stations/HOF%201/security/roots', { use: 'CentralSystemRootCertificate' }],
    deleteRoot: [
      '/stations/HOF%201/security/roots/delete',
      { hashAlgorithm: 'SHA256', issuerNameHash: 'aa', issuerKeyHash: 'bb', serialNumber: '1' },
    ],
    upgradeProfile: ['/stations/HOF%201/security/upgrade', { profile: 1 }],
    requireProfile: ['/stations/AWAY/security/profile', { profile: 0 }],
    revokeCertificate: [`/station-certificates/${security.certificates[0].serial}/revoke`],
    replaceAuthority: ['/authority'],
    renewServerCertificates: ['/authority/server-certificates', { names: ['charging.example'] }],
    forgetKnock: ['/knocks/KNOCK'],
    orderCommand: ['/stations/HOF%201/commands', { kind: 'unlock', connectorId: 1 }],
    cancelCommand: [`/commands/${waiting.json.id}/cancel`],
    listReservations: ['/stations/HOF%201/reservations'],
    getLimits: ['/stations/HOF%201/charging-profiles'],
    readProfileAbilities: ['/stations/HOF%201/charging-profiles/abilities', {}],
    getCompositeSchedule: [
      '/stations/HOF%201/composite-schedule',
      { connectorId: 1, durationSeconds: 3_600 },
    ],
    getLocalList: ['/stations/HOF%201/local-list'],
    keepLocalList: ['/stations/HOF%201/local-list', { kept: true }],
    readLocalListVersion: ['/stations/HOF%201/local-list/version', {}],
    listUploads: ['/stations/HOF%201/uploads'],
    getUploadFile: [`/uploads/${file}/file`],
    removeUpload: [`/uploads/${file}`],
    ...(await furnishDocuments(site)),
    ...(await furnishTariffs(site, ended.id)),
    decideSession: [`/sessions/${doubtful.id}/decision`, { kind: 'accept' }],
    dismissStray: [`/strays/${stray.id}/dismiss`, { note: 'seen' }],
    addCard: ['/cards', { uid: 'ADDED', holder: 'B', expiresAt: '2030-01-01T00:00:00Z' }],
    changeCard: [`/cards/${card.id}`, { label: 'Other' }],
    ...access,
    ...logbookExamples(card),
    removeCard: [`/cards/${card.id}`],
    restoreCard: [`/cards/${removed.id}/restore`],
    getOwn: ['/own'],
    listOwnCards: ['/own/cards'],
    listOwnSessions: ['/own/sessions?limit=5'],
    listTenants: ['/tenants'],
    addTenant: ['/tenants', { parentId: tenant.id, name: 'Halle 2', kind: 'department' }],
    changeTenant: [`/tenants/${tenant.id}`, { name: 'Hof Nord' }],
    removeTenant: [`/tenants/${empty.id}`],
    listPeople: ['/people'],
    getPerson: [`/people/${person.id}`],
    addPerson: ['/people', { name: 'Eva Lang', tenantId: 1, grants: [{ tenantId: 1, role: 'viewer' }] }],
    changePerson: [`/people/${person.id}`, { email: 'tom@example.org' }],
    resetPassword: [`/people/${person.id}/password`, {}],
    listPersonSignIns: [`/people/${person.id}/sign-ins`],
    endPersonSignIns: [`/people/${person.id}/sign-ins/end`],
    resetSecondFactor: [`/people/${person.id}/second-factor/off`],
    listRoles: ['/roles'],
    addRole: ['/roles', { tenantId: 1, name: 'Leitstand', permissions: ['stations.read'] }],
    changeRole: [`/roles/${role.id}`, { name: 'Pforte' }],
    removeRole: [`/roles/${spare.id}`],
    uploadImport: ['/imports/cards/drafts?fileName=cards.csv', 'uid;driver\n04A2B8C3;Dana\n', 'text/csv'],
    getImportExample: ['/imports/cards/example?format=csv'],
    getImportDraft: [`/import-drafts/${draft}`],
    dryRunImport: [`/import-drafts/${draft}/dry-run`, { mapping: { uid: 0, driver: 1 } }],
    runImport: [`/import-drafts/${draft}/run`, { mapping: { uid: 0, driver: 1 } }],
    listImports: ['/imports?limit=5'],
    getLeftRows: [`/imports/${imported.id}/left-rows`],
    undoImport: [`/imports/${imported.id}/undo`],
    exportList: ['/exports/cards?format=csv'],
    exportSite: ['/site/export'],
    listWebhooks: ['/webhooks'],
    addWebhook: ['/webhooks', { ...WEBHOOK, name: 'Second' }],
    changeWebhook: [`/webhooks/${webhook.id}`, { kinds: ['session-ended', 'session-started'] }],
    testWebhook: [`/webhooks/${webhook.id}/test`],
    listDeliveries: [`/webhooks/${webhook.id}/deliveries?limit=5`],
    replayDeliveries: [
      `/webhooks/${webhook.id}/replay`,
      { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' },
    ],
    replayDelivery: [`/deliveries/${delivery.id}/replay`],
    renewWebhookSecret: [`/webhooks/${webhook.id}/secret`],
    removeWebhook: [`/webhooks/${webhook.id}`],
    restoreWebhook: [`/webhooks/${webhook.id}/restore`],
    listClients: ['/clients'],
    getClient: [`/clients/${client.id}`],
    addClient: ['/clients', { tenantId: 1, name: 'SAP', permissions: ['sessions.read'] }],
    changeClient: [`/clients/${client.id}`, { origins: ['https://erp.example'] }],
    issueToken: ['/oauth/token', { grant_type: 'client_credentials', ...credentials }],
    revokeToken: ['/oauth/revoke', { token: 'none', ...credentials }],
    introspectToken: ['/oauth/introspect', { token, ...credentials }],
    listSigningKeys: ['/oauth/jwks'],
    listApiRequests: ['/api-requests?limit=5'],
    listIssuers: ['/issuers'],
    getIssuer: [`/issuers/${issuer.id}`],
    addIssuer: ['/issuers', issuerOf(client.id)],
    changeIssuer: [`/issuers/${issuer.id}`, { name: 'Other' }],
    removeIssuer: [`/issuers/${issuer.id}`],
    restoreIssuer: [`/issuers/${issuer.id}/restore`],
    renewClientSecret: [`/clients/${client.id}/secret`, { oldValidSeconds: 3_600 }],
    removeClient: [`/clients/${client.id}`],
    restoreClient: [`/clients/${client.id}/restore`],
    liveEvents: ['/events'],
    setUp: ['/setup', SETUP],
    signIn: ['/sign-in', OWNER],
    changePassword: ['/password', { current: OWNER.password, next: 'another good one' }],
    signOut: ['/sign-out'],
  };
  return (Object.keys(asked) as RouteName[]).map((name) => {
    const [path, body, fileType] = asked[name];
    const sent = fileType === undefined ? { body } : { file: { type: fileType, text: String(body) } };
    return { name, method: routes[name].method, path, ...(body === undefined ? {} : sent) };
  });
}
