import type { Comparison, Template } from '#api/configuration-templates.ts';
import { stationId } from '#core/shared/ids.ts';
import type { ConfigurationChange } from '#core/stations/configuration.ts';
import {
  type ConfigurationTemplate,
  compareWithTemplate,
  fitsTemplate,
  type TemplateEntry,
} from '#core/stations/configuration-template.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isSetElsewhere } from '../../stations/set-elsewhere.ts';
import { templateProblem } from '../../stations/template-problem.ts';
import { addTemplate, changeTemplate, removeTemplate, takenOver } from '../../stations/templates.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { settingProblemCode } from './configuration-handlers.ts';
import { station } from './named-station.ts';
import { stationsWithin, stationWithin } from './stations-within.ts';

type Names =
  | 'listTemplates'
  | 'addTemplate'
  | 'changeTemplate'
  | 'removeTemplate'
  | 'compareTemplate'
  | 'applyTemplate';

/** So far back the answers to the keys of a template are looked for. */
const MOST_CHANGES = 500;

export function templateHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listTemplates({ caller }) {
      const templates = [...app.desk.live.templates.values()].filter(({ removedAt }) => removedAt === null);
      return { items: templates.map((template) => templateView(app, template, caller)) };
    },

    async addTemplate({ body, caller }) {
      const { name, vendor = null, model = null } = body;
      const entries =
        body.fromStation === undefined ? (body.entries ?? []) : fromStation(app, body.fromStation);
      checkEntries(entries);
      return templateView(app, await addTemplate(app, { name, vendor, model, entries }, caller.name), caller);
    },

    async changeTemplate({ params, body, caller }) {
      const { id } = template(app, params.templateId);
      checkEntries(body.entries ?? []);
      return templateView(app, await changeTemplate(app, { ...body, id }, caller.name), caller);
    },

    async removeTemplate({ params, caller }) {
      await removeTemplate(app, template(app, params.templateId).id, caller.name);
      return { ok: true };
    },

    async compareTemplate({ params, query, caller }) {
      const wanted = template(app, params.templateId);
      const stations =
        query.stationId === undefined
          ? stationsWithin(app, caller, 'stations.manage').filter((one) => concerns(app, wanted, one))
          : [stationWithin(app, { id: query.stationId, permission: 'stations.manage' }, caller)];
      return { items: await Promise.all(stations.map((one) => comparison(app, wanted, one))) };
    },

    async applyTemplate({ params, body, caller }) {
      const { id } = template(app, params.templateId);
      const stations = [...new Set(body.stationIds)].map((id) =>
        stationWithin(app, { id, permission: 'stations.manage' }, caller),
      );
      return {
        items: stations.map((one) => ({
          stationId: one.id,
          outcome: begin(app, one, { templateId: id, who: caller.name }),
        })),
      };
    },
  };
}

function template(app: Application, id: number): ConfigurationTemplate {
  const known = app.desk.live.templates.get(id);
  return found(known?.removedAt === null ? known : null, `template ${id}`);
}

/** A template, and how many of the stations that the caller may see have it. */
function templateView(app: Application, shown: ConfigurationTemplate, caller: Caller): Template {
  const applied = stationsWithin(app, caller, 'stations.read').flatMap((seen) => {
    const configuration = app.desk.live.configurations.get(seen.id);
    return configuration?.templateId === shown.id ? [configuration] : [];
  });
  const drifted = applied.filter((configuration) =>
    compareWithTemplate(shown, configuration).some(({ state }) => state === 'different'),
  );
  const { id, name, vendor, model, changedBy } = shown;
  return {
    id,
    name,
    vendor,
    model,
    entries: [...shown.entries],
    changedAt: isoTime(shown.changedAt),
    changedBy,
    applied: applied.length,
    drifted: drifted.length,
  };
}

function fromStation(app: Application, id: string): readonly TemplateEntry[] {
  const known = app.desk.live.configurations.get(stationId(station(app, id).id));
  return takenOver(found(known, `configuration of station ${id}`));
}

function checkEntries(entries: readonly TemplateEntry[]): void {
  const guarded = entries.find(({ key }) => isSetElsewhere(key));
  if (guarded !== undefined) throw new ApiProblem('key-set-elsewhere', { detail: guarded.key });
  const names = entries.map(({ key }) => key.toLowerCase());
  const twice = entries.find(({ key }, index) => names.indexOf(key.toLowerCase()) !== index);
  if (twice === undefined) return;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/entries', message: `names ${twice.key} twice` }],
  });
}

function concerns(
  app: Application,
  wanted: ConfigurationTemplate,
  { id, identity, retiredAt }: Station,
): boolean {
  if (retiredAt !== null) return false;
  return app.desk.live.configurations.get(id)?.templateId === wanted.id || fitsTemplate(wanted, identity);
}

function begin(
  app: Application,
  { id }: Station,
  { templateId, who }: { readonly templateId: number; readonly who: string },
) {
  if (app.stations.line(id) === undefined) return 'not-connected';
  if (app.configurations.busyWith(id) !== null) return 'busy';
  app.configurations
    .apply(id, templateId, who)
    .catch((error: unknown) => app.log.error({ err: error, stationId: id }, 'template not applied'));
  return 'started';
}

async function comparison(
  app: Application,
  wanted: ConfigurationTemplate,
  compared: Station,
): Promise<Comparison> {
  const { id, name, identity } = compared;
  const known = app.desk.live.configurations.get(id) ?? null;
  const changes = await app.store.reads.listConfigurationChanges({ stationId: id, limit: MOST_CHANGES });
  return {
    stationId: id,
    stationName: name,
    connected: app.stations.line(id) !== undefined,
    fits: fitsTemplate(wanted, identity),
    applied: known?.templateId === wanted.id,
    running: app.configurations.applying(id) === wanted.id,
    readAt: isoTimeOrNull(known?.readAt ?? null),
    differences: compareWithTemplate(wanted, known).map((difference) => {
      const problem = templateProblem(app.desk.live, id, difference);
      return {
        ...difference,
        problem: problem === null ? null : settingProblemCode(problem),
        lastAnswer: answerFor(wanted, difference.key, changes),
      };
    }),
  };
}

function answerFor(wanted: ConfigurationTemplate, key: string, changes: readonly ConfigurationChange[]) {
  const latest = changes.find((change) => change.key === key && change.templateId === wanted.id);
  return latest?.answer.kind ?? null;
}
