import type { BuiltProduct } from '#server/safety/built-product.ts';
import { adoptStations, type Owner, setUpSite, signIn } from '#server/safety/owner.ts';
import { startProduct } from '#server/safety/server-process.ts';
import type { Target } from './child.ts';

/** The product with its owner signed in. */
export interface Site {
  readonly target: Target;
  readonly owner: Owner;
  readonly startMs: number;
}

export interface SiteWish {
  /** Stations of a new site. Left out: the site has been set up before. */
  readonly adopt?: readonly string[];
}

/** Starts the product on a data folder, without the limit on what one station may send. */
export async function startSite(
  product: BuiltProduct,
  dataFolder: string,
  { adopt }: SiteWish,
): Promise<Site> {
  // Its stations take whatever comes for the answer that they wait for: they must not be asked anything.
  const env = { LADEHAUS_BENCHMARK: '1', LADEHAUS_TEST_TOOL: '1' };
  const server = await startProduct(product, { dataFolder, env });
  const owner = adopt === undefined ? await signIn(server.uiUrl) : await setUpSite(server.uiUrl);
  await adoptStations(owner, adopt ?? []);
  return {
    target: { port: Number(new URL(server.ocppUrl).port), vitals: server.vitals, stop: server.stop },
    owner,
    startMs: server.startMs,
  };
}
