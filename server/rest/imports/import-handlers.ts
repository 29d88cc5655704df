import type { dryRunImport } from '#api/imports.ts';
import { CSV_TYPE } from '#api/imports.ts';
import type { BodyOf } from '#api/route.ts';
import { exampleRows } from '#core/imports/example-rows.ts';
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind } from '#core/imports/import-kind.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import { isEmpty, reaches, type Scope, topsOf } from '#core/people/scope.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import type { ImportDraft } from '../../imports/draft-shelf.ts';
import { permissionFor } from '../../imports/facts-of-site.ts';
import type { DraftWish } from '../../imports/judge-draft.ts';
import { recordName } from '../../imports/record-changes.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { draftView, importView, rowView } from './import-view.ts';
import { sendList } from './send-list.ts';

type Names =
  | 'uploadImport'
  | 'getImportDraft'
  | 'getImportExample'
  | 'dryRunImport'
  | 'runImport'
  | 'listImports'
  | 'getLeftRows'
  | 'undoImport';

const LOST_DRAFTS = {
  gone: 'import-draft-gone',
  'own-newer': 'import-draft-replaced',
  'no-room': 'import-draft-no-room',
} as const;
const USUAL_PAGE = 200;
const USUAL_HISTORY = 50;

export function importHandlers(app: Application): SomeHandlers<Names> {
  const { imports, desk, clock, store } = app;
  return {
    async uploadImport({ params, query, caller, request }) {
      const node = nodeOf(caller, params.kind, query.tenantId);
      const uploaded = await imports.upload({
        kind: params.kind,
        fileName: query.fileName?.trim() ?? '',
        tenantId: node,
        // A request without a body has none.
        bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        caller,
      });
      if (typeof uploaded !== 'string') return draftView(uploaded, caller);
      const codes = {
        unreadable: 'file-unreadable',
        empty: 'file-empty',
        'too-long': 'file-too-long',
      } as const;
      throw new ApiProblem(codes[uploaded]);
    },

    async getImportExample({ params: { kind }, query, reply }) {
      const { region, language: usual } = desk.live.site;
      const language = query.language ?? usual;
      await sendList(reply, {
        name: `ladehaus-${kind}-${language === 'de' ? 'beispiel' : 'example'}`,
        list: { fields: IMPORT_FIELDS[kind], rows: exampleRows(kind, language) },
        format: query.format ?? 'xlsx',
        locale: { region, language },
      });
      return ANSWERED;
    },

    getImportDraft: async ({ params, caller }) => draftView(draft(params.draftId, caller), caller),

    async dryRunImport({ params, body, caller }) {
      const known = draft(params.draftId, caller);
      const wish = wishOf(known, body);
      const plan = await imports.dryRun(known, wish, caller);
      const verdicts =
        body.verdicts === undefined || body.verdicts.length === 0 ? null : new Set(body.verdicts);
      const rows = verdicts === null ? plan.rows : plan.rows.filter(({ verdict }) => verdicts.has(verdict));
      const from = cursorOf(body.cursor) ?? 0;
      const to = from + (body.limit ?? USUAL_PAGE);
      return {
        counts: { ...plan.counts },
        items: rows.slice(from, to).map((row) => rowView(known, wish, row)),
        next: to < rows.length ? String(to) : null,
      };
    },

    async runImport({ params, body, caller }) {
      const known = draft(params.draftId, caller);
      const run = await imports.run(known, wishOf(known, body), caller);
      const scope = caller.scope('stations.manage');
      for (const station of desk.live.stations.values())
        if (known.kind === 'stations' && station.retiredAt === null && reaches(scope, station.tenantId))
          app.knocks.forget(station.id);
      return importView(run, clock.now());
    },

    async listImports({ query, caller }) {
      const limit = query.limit ?? USUAL_HISTORY;
      const kinds = query.kind === undefined ? IMPORT_KINDS : [query.kind];
      const before = cursorOf(query.cursor);
      const lists = await Promise.all(
        kinds.map((kind) => {
          const scope = caller.scope(permissionFor(kind));
          if (isEmpty(scope)) return [];
          return store.reads.listImports({
            kinds: [kind],
            limit: limit + 1,
            ...(before === null ? {} : { before }),
            ...(scope.kind === 'everywhere' ? {} : { tenants: [...scope.ids] }),
          });
        }),
      );
      const runs = lists.flat().toSorted((a, b) => b.id - a.id);
      const items = runs.slice(0, limit);
      return {
        items: items.map((run) => importView(run, clock.now())),
        next: runs.length > limit ? String(items.at(-1)?.id ?? 0) : null,
      };
    },

    async getLeftRows({ params, caller, reply }) {
      const run = await importRun(params.importId, caller);
      reply
        .header('content-disposition', `attachment; filename="ladehaus-import-${run.id}-left.csv"`)
        .header('cache-control', 'no-store')
        .type(`${CSV_TYPE}; charset=utf-8`)
        .send(run.leftRows);
      return ANSWERED;
    },

    async undoImport({ params, caller }) {
      const outcome = await imports.undo(await importRun(params.importId, caller), caller);
      if (outcome.kind !== 'undone')
        throw new ApiProblem(outcome.kind === 'too-old' ? 'import-too-old' : 'import-undone');
      const { run, plan } = outcome;
      for (const { of, after } of plan.back)
        if (of === 'station' && after.retiredAt !== null)
          app.stations.line(after.id)?.connection.close(1008, 'station retired');
      return {
        import: importView(run, clock.now()),
        undone: plan.back.length,
        kept: plan.kept.map(({ row, why }) => ({
          number: row.number,
          of: row.record.of,
          name: recordName(desk.live, row.record),
          why,
        })),
      };
    },
  };

  function draft(id: string, caller: Caller): ImportDraft {
    const known = imports.draft(id, caller);
    if (typeof known === 'string') throw new ApiProblem(LOST_DRAFTS[known]);
    // Rights may have been taken away since the upload.
    nodeOf(caller, known.kind, known.tenantId);
    return known;
  }

  /** The node at which new things will hang, if the caller may put them there. */
  function nodeOf(caller: Caller, kind: ImportKind, wished: number | undefined): TenantId {
    const permission = permissionFor(kind);
    const scope: Scope = caller.scope(permission);
    if (isEmpty(scope)) throw new ApiProblem('forbidden');
    // Of several the oldest: the draft says which, and another can be chosen before anything comes in.
    const node = wished === undefined ? topsOf(scope, desk.live.tenants)[0] : tenantId(wished);
    if (node === undefined) throw new ApiProblem('forbidden');
    const isThere = desk.live.tenants.get(node)?.removedAt === null;
    if (!isThere || !caller.can(permission, node))
      throw new ApiProblem('not-found', { detail: `tenant ${node}` });
    return node;
  }

  async function importRun(id: number, caller: Caller): Promise<ImportRun> {
    const run = found(await store.reads.import(id), `import ${id}`);
    if (!caller.can(permissionFor(run.kind), run.tenantId))
      throw new ApiProblem('not-found', { detail: `import ${id}` });
    return run;
  }
}

type WishBody = Pick<BodyOf<typeof dryRunImport>, 'mapping' | 'fixes' | 'skips' | 'options'>;

function wishOf({ kind, file }: ImportDraft, { mapping, fixes, skips, options }: WishBody): DraftWish {
  const keys = new Set(IMPORT_FIELDS[kind].map(({ key }) => key));
  const faults = Object.entries(mapping).flatMap(([key, column]) => {
    if (!keys.has(key)) return [{ path: `body/mapping/${key}`, message: 'is not a field of this kind' }];
    return column < file.sheet.headers.length
      ? []
      : [{ path: `body/mapping/${key}`, message: 'is not a column' }];
  });
  if (faults.length > 0) throw new ApiProblem('invalid-request', { fields: faults });
  return {
    mapping,
    fixes: new Map(Object.entries(fixes ?? {}).map(([number, cells]) => [Number(number), cells])),
    skips: new Set(skips ?? []),
    options: {
      createGroups: options?.createGroups === true,
      createTenants: options?.createTenants === true,
      emptyClears: options?.emptyClears === true,
    },
  };
}

function cursorOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text)) throw new ApiProblem('invalid-cursor');
  return Number(text);
}
