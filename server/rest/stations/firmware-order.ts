import type { Order as OrderWish } from '#api/commands.ts';
import type { FirmwareOrder } from '#core/stations/service-order.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { fromIsoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import { invalidField } from './invalid-field.ts';

type FirmwareWish = Extract<OrderWish, { readonly kind: 'update-firmware' | 'signed-update-firmware' }>;

/** An update that somebody wishes. A signed one is sent on only when its signature is right (A00.FR.706). */
export async function firmwareOrder(
  app: Application,
  { identity }: Station,
  wish: FirmwareWish,
): Promise<FirmwareOrder> {
  const { location, retries = null, retrySeconds = null } = wish;
  const now = app.clock.now();
  const retrieveAt = wish.retrieveAt === undefined ? now : fromIsoTime(wish.retrieveAt);
  const common = { location, retrieveAt, retries, retrySeconds, versionBefore: identity.firmware };
  if (wish.kind === 'update-firmware') return { kind: 'update-firmware', ...common };
  const signature = wish.signature.replace(/\s/g, '');
  const { certificate } = wish;
  const installAt = wish.installAt === undefined ? null : fromIsoTime(wish.installAt);
  if (installAt !== null && installAt < retrieveAt)
    throw invalidField('installAt', 'must not be before the download');
  if (wish.unchecked !== true) {
    const verdict = await app.checkFirmware({ location, certificate, signature }, now);
    if (verdict.kind === 'wrong') throw invalidField(verdict.field, verdict.problem);
    if (verdict.kind === 'unchecked') throw new ApiProblem('firmware-unchecked', { detail: verdict.problem });
  }
  const requestId = app.desk.live.nextId('request');
  return { kind: 'signed-update-firmware', requestId, certificate, signature, installAt, ...common };
}
