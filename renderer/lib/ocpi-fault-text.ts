import type { OcpiFault } from '#api/ocpi-faults.ts';
import type { Translate } from '../text/use-text.ts';

/** What is wrong with a tariff of OCPI, and where: `elements[0].price_components[1].price is missing.` */
export function ocpiFaultText({ kind, path, wanted, ...more }: OcpiFault, t: Translate): string {
  return t(`ocpi.fault.${kind}`, {
    ...more,
    where: path === '' ? t('ocpi.document') : path,
    wanted: wanted === undefined ? '' : t(`ocpi.wanted.${wanted}`),
  });
}
