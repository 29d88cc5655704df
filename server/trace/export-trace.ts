import type { TraceLine } from '#api/trace.ts';
import { numbersOf } from '#core/access/card.ts';
import { bareVehicleNumber } from '#core/access/vehicle-number.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { readTrace, type TraceCursor } from './pair-frames.ts';
import { createRedaction } from './redact.ts';

export interface ExportWish {
  readonly stationId: StationId | undefined;
  /** Only those of these stations. */
  readonly stationIds?: readonly StationId[];
  /** UTC, ms; nothing before it. */
  readonly from: number;
  /** UTC, ms; nothing after it. */
  readonly to: number;
  readonly limit: number;
}

const PAGE = 1_000;

/** Lines of the journal, oldest first, without what a maker need not know. */
export async function exportLines(app: Application, wish: ExportWish) {
  const lines = await collect(app, wish);
  const { access, people, stations, settings } = app.desk.live;
  const { cards, drivers, vehicles } = access;
  const redaction = createRedaction({
    cards: [
      ...[...cards.values()].flatMap((card) => [...numbersOf(card), card.parentTag ?? '']),
      ...[...vehicles.values()].flatMap(({ vid }) => (vid === null ? [] : [vid, bareVehicleNumber(vid)])),
    ],
    isSpelling: (number) => access.similarTo(number).length > 0,
    names: [
      ...[...cards.values()].flatMap(({ holder, label }) => [holder, label]),
      ...[...people.values()].map(({ name }) => name),
      ...[...drivers.values()].map(({ name }) => name),
      ...[...vehicles.values()].map(({ plate }) => plate),
      // A name that is the identity of the station stands in no message.
      ...[...stations.values()].filter(({ id, name }) => name !== id).map(({ name }) => name),
      settings?.name ?? '',
    ],
    frames: lines.flatMap(({ request, answer }) => [request, answer ?? '']),
  });
  return lines.map(({ key: _, request, answer, ...line }) => ({
    ...line,
    request: redaction.frame(request),
    answer: answer === null ? null : redaction.frame(answer),
  }));
}

async function collect(
  app: Application,
  { stationId, stationIds, from, to, limit }: ExportWish,
): Promise<TraceLine[]> {
  const lines: TraceLine[] = [];
  let cursor: TraceCursor | null = null;
  do {
    const page = await readTrace(app.store.reads, {
      stationId,
      ...(stationIds && { stationIds }),
      cursor,
      limit: Math.min(PAGE, limit - lines.length),
    });
    for (const line of page.lines) {
      const at = Date.parse(line.at);
      if (at >= from && at <= to) lines.push(line);
    }
    const oldest = page.lines.at(-1);
    if (oldest !== undefined && Date.parse(oldest.at) < from) break;
    cursor = page.next;
  } while (cursor !== null && lines.length < limit);
  return lines.reverse();
}
