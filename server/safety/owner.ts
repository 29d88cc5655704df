/** The owner of a site at a browser: calls the API, signed in. */
export interface Owner {
  /** Answer of a route below /api/v1, which must succeed. */
  get<T>(path: string): Promise<T>;
  /** The same as text, for files. */
  download(path: string): Promise<string>;
  /** The same piece by piece; leaving off ends the request. */
  stream(path: string): AsyncIterable<Uint8Array>;
  post<T>(path: string, body: object): Promise<T>;
  /** Sends a file. */
  upload<T>(path: string, text: string, type: string): Promise<T>;
}

const OWNER = { name: 'Owner', password: 'correct horse battery' };

/** Sets a new site up where everybody may charge. */
export async function setUpSite(uiUrl: string): Promise<Owner> {
  return signedIn(uiUrl, 'setup', {
    language: 'en',
    region: 'en-GB',
    siteName: 'Depot',
    timeZone: 'Europe/Berlin',
    ownerName: OWNER.name,
    password: OWNER.password,
    access: 'everybody',
  });
}

/** Signs in at a site that `setUpSite` has set up. */
export async function signIn(uiUrl: string): Promise<Owner> {
  return signedIn(uiUrl, 'sign-in', OWNER);
}

export async function adoptStations(owner: Owner, ids: readonly string[]): Promise<void> {
  for (const id of ids) await owner.post('stations', { id, maxPowerW: 1_000_000 });
}

async function signedIn(uiUrl: string, path: string, body: object): Promise<Owner> {
  const answer = await ask(uiUrl, path, { body, cookie: '' });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    get: async <T>(wanted: string) => (await (await ask(uiUrl, wanted, { cookie })).json()) as T,
    download: async (wanted) => (await ask(uiUrl, wanted, { cookie })).text(),
    async *stream(wanted) {
      const { body: pieces } = await ask(uiUrl, wanted, { cookie });
      if (pieces !== null) yield* pieces;
    },
    post: async <T>(wanted: string, sent: object) =>
      (await (await ask(uiUrl, wanted, { cookie, body: sent })).json()) as T,
    upload: async <T>(wanted: string, text: string, type: string) =>
      (await (await ask(uiUrl, wanted, { cookie, file: { text, type } })).json()) as T,
  };
}

interface Asked {
  readonly cookie: string;
  readonly body?: object;
  readonly file?: { readonly text: string; readonly type: string };
}

async function ask(uiUrl: string, path: string, { cookie, body, file }: Asked): Promise<Response> {
  const sent = body === undefined ? file : { text: JSON.stringify(body), type: 'application/json' };
  const answer = await fetch(`${uiUrl}api/v1/${path}`, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: { cookie, ...(sent === undefined ? {} : { 'content-type': sent.type }) },
    ...(sent === undefined ? {} : { body: sent.text }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
