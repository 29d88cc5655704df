import { createHash } from 'node:crypto';
import { type ECDSA, ecdsa, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { brainpoolP256r1, brainpoolP384r1 } from '@noble/curves/misc.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { CHash } from '@noble/curves/utils.js';
import type { Curve } from '#core/eichrecht/curve.ts';

/**
 * The arithmetic of each curve. Not node:crypto: Electron's BoringSSL lacks secp192r1, secp256k1 and others that meters use
 * (electron #32535).
 */
export function arithmeticOf(curve: Curve): ECDSA {
  return ARITHMETIC[curve];
}

/** What is signed is hashed before it comes here; an own curve has to name a hash all the same. */
const sha256: CHash = Object.assign(
  (message: Uint8Array) => new Uint8Array(createHash('sha256').update(message).digest()),
  { blockLen: 64, outputLen: 32, canXOF: false, create: () => createHash('sha256') },
);

/** SEC 2 version 1 §2.5.2. */
const secp192r1 = ecdsa(
  weierstrass({
    p: 0xfffffffffffffffffffffffffffffffeffffffffffffffffn,
    n: 0xffffffffffffffffffffffff99def836146bc9b1b4d22831n,
    h: 1n,
    a: 0xfffffffffffffffffffffffffffffffefffffffffffffffcn,
    b: 0x64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1n,
    Gx: 0x188da80eb03090f67cbf20eb43a18800f4ff0afd82ff1012n,
    Gy: 0x07192b95ffc8da78631011ed6b24cdd573f977a11e794811n,
  }),
  sha256,
);

/** SEC 2 §2.2.1. */
const secp192k1 = ecdsa(
  weierstrass({
    p: 0xfffffffffffffffffffffffffffffffffffffffeffffee37n,
    n: 0xfffffffffffffffffffffffe26f2fc170f69466a74defd8dn,
    h: 1n,
    a: 0n,
    b: 3n,
    Gx: 0xdb4ff10ec057e9ae26b07d0280b7f4341da5d1b1eae06c7dn,
    Gy: 0x9b2f2f6d9c5628a7844163d015be86344082aa88d95e2f9dn,
  }),
  sha256,
);

const ARITHMETIC: Readonly<Record<Curve, ECDSA>> = {
  secp192k1,
  secp192r1,
  secp256k1,
  secp256r1: p256,
  secp384r1: p384,
  brainpoolP256r1,
  brainpoolP384r1,
};
