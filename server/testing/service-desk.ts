import { expect } from 'vitest';
import { eventually, type TestSite } from './start-site.ts';

/** Orders something of a station as the owner's browser would, and follows what becomes of it. */
export interface ServiceDesk {
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
  order(wish: object): Promise<any>;
  /** The problem with which a wish is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
  refused(wish: object): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
  reaches(id: number, state: string): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
  get(path: string): Promise<any>;
}

/** A desk for orders to one station of a site. */
export function serviceDesk(site: TestSite, station: string): ServiceDesk {
  const path = `/stations/${encodeURIComponent(station)}`;
  return {
    async order(wish) {
      const answer = await site.api.post(`${path}/commands`, wish);
      expect(answer.status, answer.text).toBe(202);
      return answer.json;
    },

    async refused(wish) {
      const answer = await site.api.post(`${path}/commands`, wish);
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      return answer.json;
    },

    reaches: (id, state) =>
      eventually(async () => {
        const { items } = (await site.api.get('/commands?limit=50')).json;
        const known = items.find((one: { readonly id: number }) => one.id === id);
        return known?.state === state && known;
      }),

    get: async (what) => (await site.api.get(`${path}/${what}`)).json,
  };
}
