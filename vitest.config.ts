import { configDefaults, defineConfig } from 'vitest/config';

const ALL = [
  '{api,core,ocpp,store,server,electron,renderer,bench,conformance,audit}/**/*.test.{ts,tsx}',
  'scripts/**/*.test.mjs',
];
/** Those that measure how long somebody waits: beside others they would measure the others. */
const ALONE = [
  'server/safety/hostile-load.test.ts',
  'server/safety/storm.test.ts',
  'server/ocpp/heavy-message.test.ts',
  'server/rest/sessions/session-export.test.ts',
  'server/access/long-lists.test.ts',
  'server/rest/site/overview.test.ts',
];

export default defineConfig({
  define: {
    // True only in the build the crash test makes to prove that it notices a reply sent too early.
    __REPLY_BEFORE_COMMIT__: 'false',
  },
  test: {
    environment: 'node',
    // Real sockets and real SQLite files: a crash of the add-on must not end the runner.
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes within milliseconds, but not on a machine that has much else to do.
    expect: { poll: { timeout: 15_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ALL,
          exclude: [...configDefaults.exclude, ...ALONE],
          // Much of a test is waiting for a disk or a line.
          maxWorkers: 2,
          // Loading the server takes longer than most tests; no test changes what is loaded.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
