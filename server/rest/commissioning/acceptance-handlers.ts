import type { AcceptanceRun } from '#core/commissioning/acceptance-run.ts';
import { connectorId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { acceptanceReport } from '../../commissioning/acceptance-report.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/named-station.ts';
import { acceptanceView } from './acceptance-view.ts';

type Names =
  | 'startAcceptance'
  | 'listAcceptance'
  | 'beginAcceptanceStep'
  | 'skipAcceptanceStep'
  | 'signAcceptance'
  | 'abandonAcceptance'
  | 'getAcceptance';

export function acceptanceHandlers(app: Application): SomeHandlers<Names> {
  const { acceptance } = app;
  return {
    async startAcceptance({ params, body, caller }) {
      const known = station(app, params.stationId);
      if (known.retiredAt !== null) throw new ApiProblem('station-retired');
      const connector = connectorId(body.connectorId);
      if (app.desk.live.sessions.openAt(known.id, connector) !== null)
        throw new ApiProblem('acceptance-charging');
      const run = await acceptance.open(known, connector, caller.name);
      if (run === null) throw new ApiProblem('acceptance-running', { detail: known.id });
      return acceptanceView(run);
    },

    async listAcceptance({ params }) {
      const runs = await app.store.reads.acceptanceRuns(station(app, params.stationId).id);
      // What is decided already and not on the disk yet stands in live state.
      return { items: runs.map((run) => acceptanceView(app.desk.live.acceptanceRuns.get(run.id) ?? run)) };
    },

    async beginAcceptanceStep({ params, body, caller }) {
      await run(app, params.runId);
      const { offlineSeconds } = body;
      const begun = await acceptance.begin(params.runId, params.step, {
        by: caller.name,
        ...(offlineSeconds === undefined ? {} : { offlineMs: offlineSeconds * 1_000 }),
      });
      return acceptanceView(stillOpen(begun));
    },

    async skipAcceptanceStep({ params, body, caller }) {
      await run(app, params.runId);
      const why = { reason: body.reason.trim(), by: caller.name };
      return acceptanceView(stillOpen(await acceptance.skip(params.runId, params.step, why)));
    },

    async signAcceptance({ params, body, caller }) {
      await run(app, params.runId);
      const signed = await acceptance.sign(params.runId, body.name, caller.name);
      if (signed === 'incomplete') throw new ApiProblem('acceptance-incomplete');
      return acceptanceView(stillOpen(signed));
    },

    async abandonAcceptance({ params, caller }) {
      await run(app, params.runId);
      return acceptanceView(stillOpen(await acceptance.abandon(params.runId, caller.name)));
    },

    async getAcceptance({ params, query, reply }) {
      const known = await run(app, params.runId);
      if (query.format !== 'pdf') return acceptanceView(known);
      if (known.end?.kind !== 'signed') throw new ApiProblem('acceptance-not-signed');
      const { language, region, timeZone } = app.desk.live.site;
      const spoken = query.language ?? language;
      const report = await acceptanceReport(
        { ...known, end: known.end },
        { language: spoken, region, timeZone },
      );
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${report.fileName}"`)
        .header('cache-control', 'no-store')
        .send(report.bytes);
      return ANSWERED;
    },
  };
}

async function run(app: Application, id: number): Promise<AcceptanceRun> {
  const open = app.desk.live.acceptanceRuns.get(id);
  return open ?? found(await app.store.reads.acceptanceRun(id), `acceptance run ${id}`);
}

function stillOpen(changed: AcceptanceRun | null): AcceptanceRun {
  if (changed === null) throw new ApiProblem('acceptance-ended');
  return changed;
}
