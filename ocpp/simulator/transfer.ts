/** How files go over the network. Undefined or false means that it did not work. */
export interface Transfer {
  download(location: string): Promise<Uint8Array | undefined>;
  upload(location: string, content: Uint8Array): Promise<boolean>;
}

/** Files over HTTP: GET for what is fetched, PUT for what is delivered. */
export function httpTransfer(timeoutMs: number): Transfer {
  return {
    async download(location) {
      const answer = await ask(location, { method: 'GET' });
      if (answer === undefined || !answer.ok) return undefined;
      return new Uint8Array(await answer.arrayBuffer());
    },

    async upload(location, content) {
      // A copy: fetch wants a buffer that nobody else shares.
      const answer = await ask(location, { method: 'PUT', body: Uint8Array.from(content) });
      return answer?.ok ?? false;
    },
  };

  async function ask(location: string, request: RequestInit): Promise<Response | undefined> {
    try {
      return await fetch(location, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    } catch {
      return undefined;
    }
  }
}

/** Where a file of this name goes: into the folder that the location names, or to the location itself. */
export function fileAddress(location: string, fileName: string): string {
  return location.endsWith('/') ? location + encodeURIComponent(fileName) : location;
}
