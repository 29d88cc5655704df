import { eventually, type TestSite } from './start-site.ts';
import type { TestStation } from './test-station.ts';

/** Uploads a list of cards; gives the name of its draft. */
export async function uploadedCards(site: TestSite, text: string): Promise<string> {
  const sent = { text, headers: { 'content-type': 'text/csv' } };
  return (await site.api.send('POST', '/api/v1/imports/cards/drafts', sent)).json.id;
}

/** Has the station send a file; hands out the number of its upload. */
export async function sendDiagnostics(site: TestSite, station: TestStation): Promise<number> {
  await site.api.post('/stations/HOF%201/commands', { kind: 'get-diagnostics' });
  const asked = await eventually(async () => station.asked.find(({ action }) => action === 'GetDiagnostics'));
  const answer = await fetch(`${asked.payload.location}diagnostics.zip`, {
    method: 'PUT',
    body: 'all is well',
  });
  if (answer.status !== 201) throw new Error(`The upload was answered with ${answer.status}`);
  return (await site.api.get('/stations/HOF%201/uploads')).json.items[0].id;
}

/** An acceptance run of a station in which every step was left out; gives its number. */
async function acceptedStation(site: TestSite, id: string): Promise<number> {
  const { json: run } = await site.api.post(`/stations/${encodeURIComponent(id)}/acceptance-runs`, {
    connectorId: 1,
  });
  for (const { step } of run.steps)
    await site.api.post(`/acceptance-runs/${run.id}/steps/${step}/skip`, { reason: 'not tried' });
  return run.id;
}

/** One acceptance that was signed, at AWAY; the two with the numbers after it go on at other stations. */
export async function signedAcceptance(site: TestSite): Promise<number> {
  const signed = await acceptedStation(site, 'AWAY');
  await site.api.post(`/acceptance-runs/${signed}/sign`, { name: 'Jörg Fach', confirmed: true });
  for (const id of ['AWAY 2', 'AWAY 3']) await site.api.post('/stations', { id });
  for (const id of ['AWAY 2', 'AWAY 3']) await acceptedStation(site, id);
  return signed;
}
