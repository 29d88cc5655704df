import type { DesktopBridge } from '#api/desktop.ts';

declare global {
  interface Window {
    readonly ladehaus?: DesktopBridge;
  }
}

/** The desktop around this page; undefined in a browser. */
export const desktop: DesktopBridge | undefined = window.ladehaus;
