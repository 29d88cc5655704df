import { createRestClient, type RestClient } from './rest-client.ts';
import type { TestSite } from './start-site.ts';

const START_PASSWORD = 'seven green lanterns';
const OWN_PASSWORD = 'eleven quiet harbours';

export interface SignedInPerson {
  readonly id: number;
  /** The person's browser. */
  readonly client: RestClient;
}

/** Somebody whom the owner has added, and who has signed in and chosen a password. */
export async function signedInPerson(
  site: TestSite,
  person: {
    readonly name: string;
    readonly tenantId?: number;
    readonly grants: readonly { readonly tenantId: number; readonly role: string }[];
    readonly driverId?: number;
  },
): Promise<SignedInPerson> {
  const added = await site.api.post('/people', { tenantId: 1, ...person, password: START_PASSWORD });
  if (added.status !== 201) throw new Error(`${added.status} ${added.text}`);
  const client = createRestClient(site.server.uiUrl);
  await client.post('/sign-in', { name: person.name, password: START_PASSWORD });
  const changed = await client.post('/password', { current: START_PASSWORD, next: OWN_PASSWORD });
  if (changed.status !== 200) throw new Error(`${changed.status} ${changed.text}`);
  return { id: added.json.person.id, client };
}
