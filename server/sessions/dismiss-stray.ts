import type { Stray } from '#core/sessions/stray.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** Puts a stray message aside. Its frame stays in the store. */
export function dismissStray(
  app: Application,
  stray: Stray,
  { note, by }: { readonly note: string; readonly by: string },
): Promise<Stray> {
  return app.desk.decide(() => {
    const at = app.clock.now();
    const dismissed: Stray = { ...stray, dismissed: { by, at, note } };
    return {
      value: dismissed,
      changes: [
        { kind: 'save-stray', stray: dismissed },
        logLine(at, 'stray-dismissed', { stationId: stray.stationId, actor: by, facts: { note } }),
      ],
      told: [{ kind: 'stray' }, { kind: 'log' }],
    };
  });
}
