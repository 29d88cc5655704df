import { createPrivateKey, sign, webcrypto } from 'node:crypto';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** An authority for tests: a root, and certificates under it. */
export interface TestAuthority {
  readonly rootPem: string;
  /** The root's name and key as they are hashed; DER, and the bits of the key. */
  readonly rootName: Uint8Array;
  readonly rootKeyBits: Uint8Array;
  /** A certificate for a server called localhost, with its key; PEM. */
  server(): Promise<{ readonly key: string; readonly chain: string }>;
  /** Signs what a request asks for; PEM both. */
  sign(request: string): Promise<string>;
  subjectOf(request: string): string;
  /** A maker of firmware under this root: its certificate as PEM, and signatures in Base64. */
  maker(): Promise<{ readonly certificate: string; sign(image: string): string }>;
  /** A certificate of that name for a key that nobody has. */
  signForNobody(subject: string): Promise<string>;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function createTestAuthority(): Promise<TestAuthority> {
  cryptoProvider.set('default', webcrypto);
  const keys = await keyPair();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Site Root,O=Ladehaus',
    keys,
    signingAlgorithm: ECDSA,
    serialNumber: '0a0b0c',
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  let serial = 0x10;

  async function certificate(subject: string, publicKey: SignedKey): Promise<string> {
    serial += 1;
    const made = await X509CertificateGenerator.create({
      subject,
      publicKey,
      serialNumber: serial.toString(16),
      issuer: root.subject,
      signingKey: keys.privateKey,
      signingAlgorithm: ECDSA,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
    });
    return made.toString('pem');
  }

  return {
    rootPem: root.toString('pem'),
    rootName: new Uint8Array(root.issuerName.toArrayBuffer()),
    rootKeyBits: new Uint8Array(await webcrypto.subtle.exportKey('raw', keys.publicKey)),

    async server() {
      const own = await keyPair();
      const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey)).toString('base64');
      return {
        key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----`,
        chain: await certificate('CN=localhost', own.publicKey),
      };
    },

    sign(request) {
      const { subject, publicKey } = new Pkcs10CertificateRequest(request);
      return certificate(subject, publicKey);
    },

    async maker() {
      const own = await keyPair();
      const key = createPrivateKey({
        key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey)),
        format: 'der',
        type: 'pkcs8',
      });
      return {
        certificate: await certificate('CN=Maker', own.publicKey),
        sign: (image) => sign('sha256', Buffer.from(image), key).toString('base64'),
      };
    },

    subjectOf: (request) => new Pkcs10CertificateRequest(request).subject,
    signForNobody: async (subject) => certificate(subject, (await keyPair()).publicKey),
  };
}

type SignedKey = Parameters<typeof X509CertificateGenerator.create>[0]['publicKey'];

function keyPair() {
  return webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
}
