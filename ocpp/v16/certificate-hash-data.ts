import { fields, oneOf, text } from './fields.ts';

/** Which trust store of a station a root certificate is for (security paper, CertificateUseEnumType). */
export const certificateUse = oneOf('CentralSystemRootCertificate', 'ManufacturerRootCertificate');

/** How a station names a certificate it has (security paper, CertificateHashDataType). Hashes in hexadecimal. */
export const certificateHashData = fields({
  hashAlgorithm: oneOf('SHA256', 'SHA384', 'SHA512'),
  issuerNameHash: text(128, { neverCut: true }),
  issuerKeyHash: text(128, { neverCut: true }),
  serialNumber: text(40, { neverCut: true }),
});
