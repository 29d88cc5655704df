import type { RequestListener } from 'node:http';
import { PROBLEM_TYPE } from './http-app.ts';
import { ApiProblem, problemDocument } from './problem.ts';

/**
 * Sends whoever asks for a page in the clear to the same place over HTTPS, and tells programs what is wrong: a redirect would
 * have them send their secrets in the clear each time, unnoticed.
 */
export function answerInTheClear(ownHosts: () => ReadonlySet<string>): RequestListener {
  return (request, response) => {
    const { url = '/', method = '', headers } = request;
    const host = headers.host?.toLowerCase() ?? '';
    const isPage = (method === 'GET' || method === 'HEAD') && url.startsWith('/') && !url.startsWith('/api/');
    response.setHeader('connection', 'close');
    // To a name that is not ours nobody is sent: it may be somebody's trap.
    if (isPage && ownHosts().has(host)) {
      response.writeHead(308, { location: `https://${host}${url}` }).end();
      return;
    }
    const document = problemDocument(new ApiProblem(isPage ? 'foreign-host' : 'tls-required'));
    response.writeHead(document.status, { 'content-type': PROBLEM_TYPE }).end(JSON.stringify(document));
  };
}
