import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deviationMeanings } from '#ocpp/v16/deviation.ts';

const TEXT = join(import.meta.dirname, '..', '..', 'renderer', 'text');

test.each(['de', 'en'])('every departure from the standard has its words (%s)', (language) => {
  const words = readFileSync(join(TEXT, language, 'station-details.ts'), 'utf8');
  const wordless = Object.keys(deviationMeanings).filter((kind) => !words.includes(`'${kind}': '`));
  expect(wordless).toEqual([]);
});
