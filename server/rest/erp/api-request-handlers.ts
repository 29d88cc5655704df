import type { ApiRequest as ApiRequestView } from '#api/api-requests.ts';
import { clientId } from '#core/shared/ids.ts';
import type { ApiRequestFilter, StoredApiRequest } from '#store/erp/api-requests.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

const PAGE = 50;

export function apiRequestHandlers(app: Application): SomeHandlers<'listApiRequests'> {
  return {
    async listApiRequests({ query, caller }) {
      const limit = query.limit ?? PAGE;
      const scope = caller.scope('erp.manage');
      const filter: ApiRequestFilter = {
        limit: limit + 1,
        ...(scope.kind === 'everywhere' ? {} : { tenants: [...scope.ids] }),
        ...(query.clientId === undefined ? {} : { clientId: clientId(query.clientId) }),
        ...(query.failed === undefined ? {} : { failed: query.failed }),
        ...(query.cursor === undefined ? {} : { before: numberIn(query.cursor) }),
      };
      const requests = await app.store.reads.listApiRequests(filter);
      const items = requests.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map((one) => requestView(app, one)),
        next: requests.length > limit && last !== undefined ? String(last.id) : null,
      };
    },
  };
}

function requestView({ desk }: Application, { id, request }: StoredApiRequest): ApiRequestView {
  const { at, duration, clientId: by, ...rest } = request;
  return {
    id,
    at: isoTime(at),
    clientId: by,
    clientName: by === null ? null : (desk.live.erp.clients.get(by)?.name ?? null),
    method: rest.method,
    path: rest.path,
    status: rest.status,
    durationMs: duration,
    code: rest.code,
    address: rest.address,
  };
}

function numberIn(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new ApiProblem('invalid-cursor');
  return Number(cursor);
}
