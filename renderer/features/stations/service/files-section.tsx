import { Button, Select, TextInput } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { typedMoment } from '../../../lib/moment-field.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './service.module.css';
import { UploadList } from './upload-list.tsx';
import { useServiceOrder } from './use-service-order.ts';

const KINDS = ['diagnostics', 'diagnostics-log', 'security-log'] as const;

/** Fetches diagnostics and logs, and shows what has come. */
export function FilesSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const { send, isPending, error } = useServiceOrder(station);
  const [what, setWhat] = useState<(typeof KINDS)[number]>('diagnostics');
  const [elsewhere, setElsewhere] = useState(false);
  const [location, setLocation] = useState('');
  const [span, setSpan] = useState({ from: '', to: '' });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = typedMoment(span.from, format);
    const to = typedMoment(span.to, format);
    const common = {
      ...(elsewhere ? { location: location.trim() } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    if (what === 'diagnostics') send({ kind: 'get-diagnostics', ...common });
    else
      send({
        kind: 'get-log',
        log: what === 'security-log' ? 'SecurityLog' : 'DiagnosticsLog',
        ...common,
      });
  };
  return (
    <Section title={t('services.files.title')}>
      <p className={classes.quiet}>{t('services.files.text')}</p>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <Select
            label={t('services.files.what')}
            allowDeselect={false}
            value={what}
            data={KINDS.map((value) => ({ value, label: t(`services.files.${value}`) }))}
            onChange={(next) => setWhat(KINDS.find((kind) => kind === next) ?? 'diagnostics')}
          />
          <Select
            label={t('services.files.target')}
            allowDeselect={false}
            value={elsewhere ? 'elsewhere' : 'here'}
            data={[
              { value: 'here', label: t('services.files.here') },
              { value: 'elsewhere', label: t('services.files.elsewhere') },
            ]}
            onChange={(next) => setElsewhere(next === 'elsewhere')}
          />
        </div>
        {elsewhere ? (
          <TextInput
            label={t('services.files.location')}
            description={t('services.files.locationHint')}
            required
            withAsterisk={false}
            pattern="(https?|ftps?|sftp)://\S+"
            value={location}
            onChange={(event) => setLocation(event.currentTarget.value)}
          />
        ) : null}
        {elsewhere ? null : <PlainLineNote station={station} />}
        <div className={classes.pair}>
          <TextInput
            label={t('services.files.from')}
            type="datetime-local"
            value={span.from}
            onChange={(event) => setSpan({ ...span, from: event.currentTarget.value })}
          />
          <TextInput
            label={t('services.files.to')}
            type="datetime-local"
            value={span.to}
            {...(span.from === '' ? {} : { min: span.from })}
            onChange={(event) => setSpan({ ...span, to: event.currentTarget.value })}
          />
        </div>
        {error === null ? null : <ProblemNote error={error} />}
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="default"
            loading={isPending}
            leftSection={<IconFileDownload size={16} aria-hidden />}
          >
            {t('services.files.fetch')}
          </Button>
        </div>
      </form>
      <UploadList station={station} />
    </Section>
  );
}

/** Files come over http whatever the station's own line is. */
function PlainLineNote({ station }: { readonly station: Station }) {
  const { t } = useText();
  const { data } = useQuery(apiQuery('getStationSecurity', { params: { stationId: station.id } }));
  const isEncrypted = data !== undefined && (data.profile >= 2 || data.line?.encrypted === true);
  return isEncrypted ? <p className={classes.quiet}>{t('services.files.plain')}</p> : null;
}
