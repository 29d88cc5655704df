import type { StationConfiguration } from '#core/stations/configuration.ts';
import type { ConfigurationTemplate, TemplateEntry } from '#core/stations/configuration-template.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { isSetElsewhere } from './set-elsewhere.ts';

export interface TemplateWish {
  readonly name: string;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly entries: readonly TemplateEntry[];
}

export function addTemplate(
  app: Application,
  wish: TemplateWish,
  by: string,
): Promise<ConfigurationTemplate> {
  return save(app, by, (live) => ({ ...wish, id: live.nextId('template'), removedAt: null }));
}

/** What is left out stays. The template must be there. */
export function changeTemplate(
  app: Application,
  { id, ...wish }: Partial<TemplateWish> & { readonly id: number },
  by: string,
): Promise<ConfigurationTemplate> {
  return save(app, by, (live) => ({ ...templateOf(live, id), ...wish }));
}

export function removeTemplate(app: Application, id: number, by: string): Promise<ConfigurationTemplate> {
  return save(app, by, (live) => ({ ...templateOf(live, id), removedAt: app.clock.now() }));
}

/** What a template can take over from a station: what can be written, is no secret, and is not its own alone. */
export function takenOver({ entries }: StationConfiguration): readonly TemplateEntry[] {
  return entries.flatMap(({ key, value, readOnly, secret }) =>
    readOnly || secret || value === null || isSetElsewhere(key) ? [] : [{ key, value }],
  );
}

function templateOf(live: LiveSite, id: number): ConfigurationTemplate {
  const template = live.templates.get(id);
  if (template === undefined) throw new Error(`There is no template ${id}`);
  return template;
}

function save(
  { desk, clock }: Application,
  by: string,
  make: (live: LiveSite) => Omit<ConfigurationTemplate, 'changedAt' | 'changedBy'>,
): Promise<ConfigurationTemplate> {
  return desk.decide((live) => {
    const now = clock.now();
    const template: ConfigurationTemplate = { ...make(live), changedAt: now, changedBy: by };
    return {
      value: template,
      changes: [
        { kind: 'save-template', template },
        logLine(now, template.removedAt === null ? 'template-saved' : 'template-removed', {
          actor: by,
          facts: { template: template.name },
        }),
      ],
      told: [{ kind: 'site' }, { kind: 'log' }],
    };
  });
}
