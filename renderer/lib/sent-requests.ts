import { create } from 'zustand';
import type { RouteName } from '#api/routes.ts';

/** A change that this window has asked the API for. */
export interface SentRequest {
  readonly id: number;
  readonly route: RouteName;
  readonly method: string;
  /** Path and query, from the root of the server. */
  readonly url: string;
  readonly body: unknown;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly at: number;
}

interface SentRequests {
  /** The newest first. */
  readonly items: readonly SentRequest[];
  readonly note: (request: Omit<SentRequest, 'id' | 'at'>) => void;
}

const MOST_KEPT = 20;
let noted = 0;

/** What was just done, as requests: whoever wants a program to do the same copies them. */
export const useSentRequests = create<SentRequests>()((set) => ({
  items: [],
  note: (request) =>
    set(({ items }) => {
      noted += 1;
      return { items: [{ ...request, id: noted, at: Date.now() }, ...items].slice(0, MOST_KEPT) };
    }),
}));
