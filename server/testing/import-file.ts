import { CSV_TYPE } from '#api/imports.ts';
import type { RestClient } from './rest-client.ts';

/** Uploads a list as text; hands out the number of its draft. */
export async function uploadList(api: RestClient, kind: string, text: string): Promise<string> {
  const sent = { text, headers: { 'content-type': CSV_TYPE } };
  const answer = await api.send('POST', `/api/v1/imports/${kind}/drafts?fileName=list.csv`, sent);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json.id;
}

/** What would become of a draft, as the API says it. */
export async function dryRunOf(api: RestClient, draft: string, wish: object) {
  const answer = await api.post(`/import-drafts/${draft}/dry-run`, wish);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
}

/** Imports a draft. */
export async function runOf(api: RestClient, draft: string, wish: object) {
  const answer = await api.post(`/import-drafts/${draft}/run`, wish);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
}
