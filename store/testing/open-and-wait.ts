import { argv } from 'node:process';
import { openStore } from '../open-store.ts';

/** The program of the second process: opens the store of the folder it is given and holds it until it is killed. */
const folder = argv[2];
if (folder === undefined) throw new Error('Which folder?');
openStore({ folder, now: () => 0 }).then(
  ({ kind }) => {
    console.info(kind);
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
