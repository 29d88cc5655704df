import type { StationId } from '#core/shared/ids.ts';
import { type SettingProblem, settingProblem } from '#core/stations/check-setting.ts';
import type { Application } from '../../application.ts';
import { behaviourOf } from '../../stations/behaviour-of.ts';
import { isSetElsewhere } from '../../stations/set-elsewhere.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { changeView, configurationView } from './configuration-view.ts';
import { station } from './named-station.ts';

type Names = 'getConfiguration' | 'readConfiguration' | 'changeConfiguration' | 'listConfigurationChanges';

export function configurationHandlers(app: Application): SomeHandlers<Names> {
  return {
    getConfiguration: async ({ params }) => configurationView(app, station(app, params.stationId)),

    async readConfiguration({ params, body }) {
      const known = station(app, params.stationId);
      insistOnLine(app, known.id);
      app.configurations
        .read(known.id, body.keys)
        .catch((error: unknown) =>
          app.log.error({ err: error, stationId: known.id }, 'configuration not read'),
        );
      return configurationView(app, known);
    },

    async changeConfiguration({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      insistOnLine(app, id);
      insistOnSense(app, id, body);
      const { key, value } = body;
      const change = await app.configurations.change(id, { key, value, who: caller.name });
      return changeView(app.desk.live, change);
    },

    async listConfigurationChanges({ params, query }) {
      const { id } = station(app, params.stationId);
      const changes = await app.store.reads.listConfigurationChanges({
        stationId: id,
        ...(query.key === undefined ? {} : { key: query.key }),
        limit: query.limit ?? 100,
      });
      return { items: changes.map((change) => changeView(app.desk.live, change)) };
    },
  };
}

function insistOnLine(app: Application, id: StationId): void {
  if (app.stations.line(id) === undefined) throw new ApiProblem('station-not-connected');
}

function insistOnSense(
  app: Application,
  id: StationId,
  wish: { readonly key: string; readonly value: string; readonly anyway?: boolean | undefined },
): void {
  if (isSetElsewhere(wish.key)) throw new ApiProblem('key-set-elsewhere', { detail: wish.key });
  if (wish.anyway === true) return;
  const { live } = app.desk;
  const problem = settingProblem(wish, live.configurations.get(id) ?? null, behaviourOf(live, id));
  if (problem === null) return;
  throw new ApiProblem('setting-looks-wrong', {
    detail: settingProblemCode(problem),
    fields: [{ path: 'body/value', message: wordsOf(problem) }],
  });
}

/** The kind of problem and its limit, for clients that say it in their own words. */
export function settingProblemCode(problem: SettingProblem): string {
  switch (problem.kind) {
    case 'too-small':
      return `${problem.kind} ${problem.least}`;
    case 'too-large':
    case 'too-many-words':
      return `${problem.kind} ${problem.most}`;
    case 'too-long':
      return `${problem.kind} ${problem.mostLetters}`;
    case 'too-often':
      return `${problem.kind} ${problem.leastSeconds}`;
    case 'not-yes-no':
    case 'not-a-number':
    case 'not-a-list':
    case 'read-only':
      return problem.kind;
  }
}

function wordsOf(problem: SettingProblem): string {
  switch (problem.kind) {
    case 'not-yes-no':
      return 'must be true or false';
    case 'not-a-number':
      return 'must be a whole number';
    case 'too-small':
      return `must be at least ${problem.least}`;
    case 'too-large':
      return `must be at most ${problem.most}`;
    case 'not-a-list':
      return 'must be a list of words with commas between them';
    case 'too-many-words':
      return `the station takes at most ${problem.most} words`;
    case 'too-long':
      return `must have at most ${problem.mostLetters} characters`;
    case 'read-only':
      return 'the station says that this key cannot be written';
    case 'too-often':
      return `this station does not bear intervals under ${problem.leastSeconds} s`;
  }
}
