import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const DEMO_SITE = 'http://127.0.0.1:8191';

/** One bundle for the desktop window and for browsers on the LAN, served by the program itself. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'renderer'),
  plugins: [react()],
  // `npx vite` beside `npm start -- --demo`: pages with hot reload on the demo site.
  server: { proxy: { '/api': { target: DEMO_SITE, changeOrigin: true, headers: { origin: DEMO_SITE } } } },
  build: {
    outDir: path.join(import.meta.dirname, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows files of our own origin, no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The bundle comes from this machine, not over a slow line: one file beats many small requests.
    chunkSizeWarningLimit: 3_000,
  },
});
