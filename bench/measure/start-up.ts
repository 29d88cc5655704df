import { rm } from 'node:fs/promises';
import type { BuiltProduct } from '#server/safety/built-product.ts';
import { startProduct } from '#server/safety/server-process.ts';
import { median } from './median.ts';

/** From the start of the process to the line that says it is ready, with nothing in the data folder. */
export async function measureEmptyStart(
  product: BuiltProduct,
  dataFolder: string,
  starts: number,
): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const server = await startProduct(product, { dataFolder });
    times.push(server.startMs);
    await server.stop();
    await rm(dataFolder, { recursive: true });
  }
  return median(times);
}
