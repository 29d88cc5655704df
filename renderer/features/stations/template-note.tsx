import { Button } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Configuration } from '#api/configuration.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './template-note.module.css';

interface TemplateNoteProps {
  readonly station: Station;
  readonly configuration: Configuration;
}

/** How the station stands to its template, or the way to a new one. */
export function TemplateNote({ station, configuration: { template, busy } }: TemplateNoteProps) {
  const { t } = useText();
  const tell = useTell();
  const navigate = useNavigate();
  const add = useCall('addTemplate');
  const show = (id: number) => void navigate({ to: '/templates', search: { template: id } });
  const make = () =>
    add.mutate(
      {
        body: {
          name: t('templates.nameOf', { station: station.name }).slice(0, 100),
          vendor: station.vendor,
          model: station.model,
          fromStation: station.id,
        },
      },
      {
        onSuccess: ({ id, name }) => {
          tell.done(t('templates.made', { name, station: station.name }));
          show(id);
        },
        onError: tell.failed,
      },
    );
  if (template === null)
    return (
      <Button
        className={classes.make ?? ''}
        size="compact-md"
        variant="subtle"
        leftSection={<IconTemplate size={16} aria-hidden />}
        loading={add.isPending}
        disabled={busy !== null}
        onClick={make}
      >
        {t('configuration.makeTemplate')}
      </Button>
    );
  return (
    <div className={classes.note} data-drift={template.drift > 0}>
      <p>
        <strong>{t('configuration.template', { template: template.name })}.</strong>{' '}
        {template.drift === 0
          ? t('configuration.inLine')
          : t('configuration.drift', { count: template.drift })}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => show(template.id)}>
        {t('configuration.compare')}
      </Button>
    </div>
  );
}
