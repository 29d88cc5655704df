import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2: 3 for shapes (1.4.11), 4.5 for text (1.4.3). */
const LEAST_FOR_SHAPES = 3;
const LEAST_FOR_TEXT = 4.5;

const css = readFileSync(join(import.meta.dirname, '..', 'style', 'tokens.css'), 'utf8');
const light = tokensOf(/:root \{([^}]*)\}/);
const dark = { ...light, ...tokensOf(/:root\[data-mantine-color-scheme="dark"\] \{([^}]*)\}/) };

function tokensOf(block: RegExp): Readonly<Record<string, string>> {
  const body = block.exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...body.matchAll(/--lh-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((token) => [token[1] ?? '', token[2] ?? '']),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) throw new Error('a token is missing');
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s house', (_, tokens) => {
  it.each(['free', 'attention', 'charging', 'fault', 'offline'])(
    '%s can be told from the ground',
    (state) => {
      expect(contrast(tokens[state], tokens.card)).toBeGreaterThanOrEqual(LEAST_FOR_SHAPES);
      for (const ground of ['card', `${state}-soft`])
        expect(contrast(tokens[`${state}-text`], tokens[ground])).toBeGreaterThanOrEqual(LEAST_FOR_TEXT);
    },
  );

  it.each(['text', 'muted'])('%s can be read on every surface', (name) => {
    for (const ground of ['bg', 'card', 'sunken', 'hover', 'selected'])
      expect(contrast(tokens[name], tokens[ground])).toBeGreaterThanOrEqual(LEAST_FOR_TEXT);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'price band %i can be told from the ground, and a price be read on it',
    (band) => {
      expect(contrast(tokens[`band-${band}-edge`], tokens.card)).toBeGreaterThanOrEqual(LEAST_FOR_SHAPES);
      expect(contrast(tokens[`band-${band}-edge`], tokens[`band-${band}`])).toBeGreaterThanOrEqual(
        LEAST_FOR_SHAPES,
      );
      expect(contrast(tokens.text, tokens[`band-${band}`])).toBeGreaterThanOrEqual(LEAST_FOR_TEXT);
    },
  );

  it('controls and links stand out', () => {
    expect(contrast(tokens.border, tokens.card)).toBeGreaterThanOrEqual(LEAST_FOR_SHAPES);
    expect(contrast(tokens.accent, tokens.card)).toBeGreaterThanOrEqual(LEAST_FOR_TEXT);
    expect(contrast(tokens['on-ink'], tokens.ink)).toBeGreaterThanOrEqual(LEAST_FOR_TEXT);
  });
});
