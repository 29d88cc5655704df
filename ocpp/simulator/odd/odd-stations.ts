import { cardOddities } from './card-oddities.ts';
import { commandOddities } from './command-oddities.ts';
import { configurationOddities } from './configuration-oddities.ts';
import { frameOddities } from './frame-oddities.ts';
import { handshakeOddities } from './handshake-oddities.ts';
import { limitOddities } from './limit-oddities.ts';
import { meterOddities } from './meter-oddities.ts';
import type { OddStation } from './odd-station.ts';
import { timeOddities } from './time-oddities.ts';
import { tlsOddities } from './tls-oddities.ts';
import { transactionOddities } from './transaction-oddities.ts';
import { writingOddities } from './writing-oddities.ts';

/** Those that are odd in what they say and how. */
export const oddSpeakers: readonly OddStation[] = [
  ...handshakeOddities,
  ...tlsOddities,
  ...frameOddities,
  ...writingOddities,
  ...timeOddities,
  ...cardOddities,
];

/** Those that are odd in what they do. */
export const oddDoers: readonly OddStation[] = [
  ...transactionOddities,
  ...meterOddities,
  ...commandOddities,
  ...configurationOddities,
  ...limitOddities,
];

/** Every station that was ever odd, as far as we know them. */
export const oddStations: readonly OddStation[] = [...oddSpeakers, ...oddDoers];
