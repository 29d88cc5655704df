import { join } from 'node:path';
import { CSV_TYPE } from '#api/imports.ts';
import type { Owner } from '#server/safety/owner.ts';
import { connectSqlite } from '#store/sqlite/driver.ts';
import type { ImportTimes } from '../figures.ts';

const ROWS = 5_000;

/** From the upload of 5,000 cards with drivers and plates to the end of their import, beside bare INSERTs of as many rows. */
export async function measureImport(owner: Owner, folder: string): Promise<ImportTimes> {
  const began = performance.now();
  const text = ['uid;driver;email;expiresOn;plate', ...rows().map((cells) => cells.join(';'))].join('\r\n');
  const draft = await owner.upload<{ readonly id: string; readonly mapping: object }>(
    'imports/cards/drafts',
    text,
    CSV_TYPE,
  );
  await owner.post(`import-drafts/${draft.id}/dry-run`, { mapping: draft.mapping });
  const looked = performance.now();
  const run = await owner.post<{ readonly counts: { readonly new: number } }>(
    `import-drafts/${draft.id}/run`,
    { mapping: draft.mapping },
  );
  const ended = performance.now();
  if (run.counts.new !== ROWS) throw new Error(`Only ${run.counts.new} of ${ROWS} rows were taken`);
  return {
    rows: ROWS,
    dryRunMs: looked - began,
    runMs: ended - looked,
    bareMs: await bareInserts(join(folder, 'bare.db')),
  };
}

function rows(): readonly (readonly string[])[] {
  return Array.from({ length: ROWS }, (_, index) => [
    // Another delivery than the seeded ones.
    `04F3C1${(index + 1).toString(16).toUpperCase().padStart(8, '0')}`,
    `New driver ${index}`,
    `new.${index}@example.org`,
    '31.12.2035',
    `M-XY ${index}`,
  ]);
}

/** The same cells in as many rows as the import writes of cards, drivers, vehicles and what ties them. */
async function bareInserts(file: string): Promise<number> {
  const database = await connectSqlite(file, 'read-write');
  await database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const tables = ['card', 'driver', 'vehicle', 'assignment'];
  for (const table of tables)
    await database.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, a, b, c, d, e)`);
  const began = performance.now();
  await database.exec('BEGIN');
  for (const cells of rows())
    for (const table of tables)
      await database.run(`INSERT INTO ${table} (a, b, c, d, e) VALUES (?, ?, ?, ?, ?)`, cells);
  await database.exec('COMMIT');
  const tookMs = performance.now() - began;
  await database.close();
  return tookMs;
}
