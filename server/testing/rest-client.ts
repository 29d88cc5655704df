import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface RestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a foreign program would
  readonly json: any;
}

export interface RestRequest {
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Sent as it is instead of a body. */
  readonly text?: string;
  /** Connects here while asking for the usual host. */
  readonly host?: string;
  /** Address of this machine to ask from. */
  readonly from?: string;
}

/** A client of the REST API that keeps its cookies, as a browser does. */
export interface RestClient {
  send(method: string, path: string, more?: RestRequest): Promise<RestAnswer>;
  get(path: string): Promise<RestAnswer>;
  post(path: string, body?: unknown): Promise<RestAnswer>;
  patch(path: string, body: unknown): Promise<RestAnswer>;
  delete(path: string): Promise<RestAnswer>;
  readonly cookies: Map<string, string>;
}

/** Who asks stands in the cookies: one connection serves all clients, and thousands of requests need no more. */
const agent = new Agent({ keepAlive: true });

/** `origin` is the address of the server without a path; paths begin with `/`. */
export function createRestClient(origin: string): RestClient {
  const cookies = new Map<string, string>();
  const { hostname, port } = new URL(origin);
  const base = '/api/v1';

  return {
    cookies,
    send,
    get: (path) => send('GET', base + path),
    post: (path, body = {}) => send('POST', base + path, { body }),
    patch: (path, body) => send('PATCH', base + path, { body }),
    delete: (path) => send('DELETE', base + path),
  };

  function send(method: string, path: string, more: RestRequest = {}): Promise<RestAnswer> {
    const body = more.text ?? (more.body === undefined ? undefined : JSON.stringify(more.body));
    const headers: Record<string, string> = {
      ...(cookies.size === 0 ? {} : { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
      ...(body === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          }),
      ...more.headers,
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          method,
          path,
          headers,
          host: more.host ?? hostname,
          port,
          agent,
          ...(more.from !== undefined && { localAddress: more.from }),
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            keepCookies(answer.headers['set-cookie'] ?? []);
            const text = Buffer.concat(parts).toString();
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: jsonOf(text) });
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  function keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
