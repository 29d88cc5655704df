/** What a browser says it is and runs on, as far as a person would recognise it. */
export interface Device {
  readonly browser: Browser;
  readonly system: System;
}

export const BROWSERS = ['window', 'edge', 'opera', 'chrome', 'firefox', 'safari', 'other'] as const;
export type Browser = (typeof BROWSERS)[number];
export const SYSTEMS = ['windows', 'android', 'ios', 'macos', 'linux', 'other'] as const;
export type System = (typeof SYSTEMS)[number];

/** What the window of the program itself signs in with; it is no browser that could send a header. */
export const DESKTOP_WINDOW = 'desktop window';

/** In this order: Edge and Opera call themselves Chrome, Chrome calls itself Safari. */
const BROWSER_MARKS: readonly (readonly [Browser, RegExp])[] = [
  ['window', /^desktop window$|\bElectron\//],
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['safari', /\bSafari\//],
];

/** In this order: Android calls itself Linux, an iPhone says `like Mac OS X`. */
const SYSTEM_MARKS: readonly (readonly [System, RegExp])[] = [
  ['windows', /\bWindows\b/],
  ['android', /\bAndroid\b/],
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['macos', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b|\bX11\b/],
];

/** Reads a `User-Agent`. It is what the browser claims, good enough to tell one's own devices apart. */
export function deviceOf(userAgent: string): Device {
  return { browser: firstOf(BROWSER_MARKS, userAgent), system: firstOf(SYSTEM_MARKS, userAgent) };
}

function firstOf<Word>(marks: readonly (readonly [Word, RegExp])[], text: string): Word | 'other' {
  return marks.find(([, mark]) => mark.test(text))?.[0] ?? 'other';
}
