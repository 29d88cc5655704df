import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: {
    // True only in the build the crash test makes to prove that it notices a reply sent too early.
    __REPLY_BEFORE_COMMIT__: 'false',
  },
  test: {
    include: [
      '{api,core,ocpp,store,server,electron,renderer,bench,conformance}/**/*.test.{ts,tsx}',
      'scripts/**/*.test.mjs',
    ],
    environment: 'node',
    // Real sockets and real SQLite files: one process per file keeps a crash of the add-on to its file.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
