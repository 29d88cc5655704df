import type { Case } from '../../harness/case.ts';
import { securityLog } from '../services/uploads.ts';
import {
  certificateRefused,
  certificateRenewed,
  rootDeleted,
  rootInstalled,
  rootRefused,
} from './certificates.ts';
import { basicAuthentication, newPassword, profileUpgrade } from './passwords.ts';
import { signedFirmware, wrongSignature } from './signed-firmware.ts';
import { subprotocol } from './subprotocol.ts';
import { clientCertificate, serverCertificate } from './tls.ts';

/** The security paper, by number. */
export const securityCases: readonly Case[] = [
  { id: 'TC_073', title: 'New Basic password', run: newPassword },
  { id: 'TC_074', title: 'Renew the certificate of the charge point', run: certificateRenewed },
  {
    id: 'TC_075_1',
    title: 'Install the manufacturer’s root',
    run: (bench) => rootInstalled(bench, 'ManufacturerRootCertificate'),
  },
  {
    id: 'TC_075_2',
    title: 'Install the central system’s root',
    run: (bench) => rootInstalled(bench, 'CentralSystemRootCertificate'),
  },
  { id: 'TC_076', title: 'Delete a certificate', run: rootDeleted },
  { id: 'TC_077', title: 'Invalid certificate of the charge point', run: certificateRefused },
  { id: 'TC_078', title: 'Invalid certificate of the central system', run: rootRefused },
  { id: 'TC_079', title: 'Get the security log', run: securityLog },
  { id: 'TC_080', title: 'Signed firmware update', run: signedFirmware },
  { id: 'TC_081', title: 'Invalid firmware signature', run: wrongSignature },
  { id: 'TC_083', title: 'Upgrade of the security profile', run: profileUpgrade },
  { id: 'TC_085', title: 'Basic authentication', run: basicAuthentication },
  { id: 'TC_086', title: 'TLS with a server certificate', run: serverCertificate },
  { id: 'TC_087', title: 'TLS with a client certificate', run: clientCertificate },
  { id: 'TC_088', title: 'Subprotocol', run: subprotocol },
];
