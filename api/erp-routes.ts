import { listApiRequests } from './api-requests.ts';
import {
  addClient,
  changeClient,
  getClient,
  listClients,
  removeClient,
  renewClientSecret,
  restoreClient,
} from './clients.ts';
import { addIssuer, changeIssuer, getIssuer, listIssuers, removeIssuer, restoreIssuer } from './issuers.ts';
import { introspectToken, issueToken, listSigningKeys, revokeToken } from './oauth.ts';

/** What programs need to use the API: who they are, and their tokens. */
export const erpRoutes = {
  listClients,
  getClient,
  addClient,
  changeClient,
  renewClientSecret,
  removeClient,
  restoreClient,
  listIssuers,
  getIssuer,
  addIssuer,
  changeIssuer,
  removeIssuer,
  restoreIssuer,
  issueToken,
  revokeToken,
  introspectToken,
  listSigningKeys,
  listApiRequests,
} as const;
