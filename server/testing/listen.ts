import { type ClientRequest, get } from 'node:http';
import type { RestClient } from './rest-client.ts';
import type { TestSite } from './start-site.ts';

export interface HeardEvent {
  readonly kind: string;
  readonly sessionId?: number;
  readonly stationId?: string;
}

/** What a window has heard on the live stream, oldest first. */
export interface Heard {
  readonly events: readonly HeardEvent[];
  readonly request: ClientRequest;
  /** The id of the latest event. */
  lastId(): string;
}

/** Opens the live stream as a window does, with the id of the last event it has seen. */
export async function listen(site: TestSite, client: RestClient, lastId?: string): Promise<Heard> {
  const events: HeardEvent[] = [];
  let id = '';
  const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
  const headers = { cookie, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const request = await new Promise<ClientRequest>((resolve, reject) => {
    const asked = get(`${site.server.uiUrl}api/v1/events`, { headers, agent: false }, (answer) => {
      const { statusCode, headers: told } = answer;
      if (statusCode !== 200 || told['content-type']?.includes('text/event-stream') !== true)
        reject(new Error(`The stream was answered with ${statusCode} ${told['content-type']}`));
      let text = '';
      answer.on('data', (part) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
      answer.on('error', () => {});
      resolve(asked);
    });
    asked.on('error', reject);
  });
  return { events, request, lastId: () => id };

  function take(event: string): void {
    id = /^id: (.*)$/m.exec(event)?.[1] ?? id;
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data !== undefined) events.push(JSON.parse(data));
  }
}
