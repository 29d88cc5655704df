import type {
  ConfigurationChange as ChangeView,
  Configuration as ConfigurationView,
  ConfigurationEntry as EntryView,
} from '#api/configuration.ts';
import type { ConfigurationChange, ConfigurationEntry } from '#core/stations/configuration.ts';
import { compareWithTemplate } from '#core/stations/configuration-template.ts';
import { standardKey } from '#core/stations/standard-keys.ts';
import type { Station } from '#core/stations/station.ts';
import { isSecretKey } from '#ocpp/v16/mask-secrets.ts';
import type { Application } from '../../application.ts';
import type { LiveSite } from '../../site/live-site.ts';
import { isSetElsewhere } from '../../stations/set-elsewhere.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** What a station is set to, as the API shows it. */
export function configurationView(app: Application, { id }: Station): ConfigurationView {
  const { live } = app.desk;
  const known = live.configurations.get(id);
  return {
    stationId: id,
    readAt: isoTimeOrNull(known?.readAt ?? null),
    firmware: known?.firmware ?? null,
    whole: known?.whole ?? false,
    entries: (known?.entries ?? []).map(entryView),
    unknown: [...(known?.unknown ?? [])],
    busy: app.configurations.busyWith(id),
    connected: app.stations.line(id) !== undefined,
    template: templateView(live, id),
  };
}

export function changeView(live: LiveSite, change: ConfigurationChange): ChangeView {
  const { answer } = change;
  return {
    at: isoTime(change.at),
    who: change.who,
    key: change.key,
    before: change.before,
    wanted: change.wanted,
    after: change.after,
    secret: isSecretKey(change.key),
    answer: answer.kind,
    problem: answer.kind === 'error' ? answer.problem : null,
    template: templateName(live, change.templateId),
  };
}

function entryView({ key, value, secret, readOnly, readAt }: ConfigurationEntry): EntryView {
  const known = standardKey(key);
  return {
    key,
    value,
    secret,
    readOnly,
    readAt: isoTime(readAt),
    standard:
      known === null
        ? null
        : {
            profile: known.profile,
            type: known.type,
            unit: known.type === 'number' ? known.unit : '',
            least: known.type === 'number' ? known.least : null,
            most: known.type === 'number' ? known.most : null,
          },
    setElsewhere: isSetElsewhere(key),
  };
}

function templateView(live: LiveSite, id: Station['id']): ConfigurationView['template'] {
  const known = live.configurations.get(id);
  const template = live.templates.get(known?.templateId ?? -1);
  if (known === undefined || template === undefined || template.removedAt !== null) return null;
  const drift = compareWithTemplate(template, known).filter(({ state }) => state === 'different').length;
  return { id: template.id, name: template.name, drift };
}

function templateName(live: LiveSite, id: number | null): ChangeView['template'] {
  const template = live.templates.get(id ?? -1);
  return template === undefined ? null : { id: template.id, name: template.name };
}
