import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { sessionId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { endedSession, runningSession, sampleOf } from '#store/testing/records.ts';
import { SessionShelf } from './session-shelf.ts';
import { UndoLog } from './undo-log.ts';

const running = runningSession(1);

test('whatever is taken back, the curve and the progress are as they were', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 1_600 });
  fc.assert(
    fc.property(minutes, fc.array(minutes, { maxLength: 4 }), (kept, takenBack) => {
      const shelf = new SessionShelf([running], []);
      shelf.addSamples(samples(kept), new UndoLog());
      const before = snapshot(shelf);
      const logs = takenBack.map((more) => {
        const undo = new UndoLog();
        shelf.addSamples(samples(more), undo);
        return undo;
      });
      for (const undo of logs.toReversed()) undo.run();
      expect(snapshot(shelf)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('samples that come one by one make the same curve as those that come together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 300 }), (minutes) => {
      const together = new SessionShelf([running], []);
      const alone = new SessionShelf([running], []);
      together.addSamples(samples(minutes), new UndoLog());
      for (const sample of samples(minutes)) alone.addSamples([sample], new UndoLog());
      expect(snapshot(alone)).toEqual(snapshot(together));
    }),
  );
});

test('a stop that was taken back leaves its session on the shelf, however many others end', () => {
  const shelf = new SessionShelf([running], []);
  const undo = new UndoLog();
  shelf.put(endedSession(running, 5_000), undo);
  undo.run();
  for (let number = 2; number < 1_500; number += 1) end(shelf, number);
  expect(shelf.byId(running.id)).toEqual(running);
  expect(shelf.openAt(running.stationId, running.connectorId)).toEqual(running);
  // Of those that ended, the most recent ones are at hand.
  expect(shelf.byId(sessionId(2))).toBeNull();
  expect(shelf.byId(sessionId(1_499))).not.toBeNull();
});

function end(shelf: SessionShelf, number: number): void {
  const session: Session = endedSession(runningSession(number), 1_000);
  shelf.put(session, new UndoLog());
  shelf.stored(session);
}

function samples(minutes: readonly number[]): readonly Sample[] {
  return minutes.map((minute) => ({
    ...sampleOf(running, 1_000 + minute),
    at: instant(running.start.at + minute * 60_000),
  }));
}

function snapshot(shelf: SessionShelf) {
  return structuredClone({ session: shelf.byId(running.id), curve: shelf.curve(running.id) });
}
