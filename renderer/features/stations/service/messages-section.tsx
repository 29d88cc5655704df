import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TRIGGERED_MESSAGES } from '#api/service-orders.ts';
import type { Station } from '#api/stations.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { ConnectorSelect } from './connector-select.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

/** Asks the station for a message, clears its memory, and sends what only its maker understands. */
export function MessagesSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const { send, isPending, error } = useServiceOrder(station);
  return (
    <Section title={t('services.talk.title')}>
      <TriggerForm station={station} />
      <div className={classes.buttons}>
        <Button variant="default" loading={isPending} onClick={() => send({ kind: 'clear-cache' })}>
          {t('services.talk.clearCache')}
        </Button>
      </div>
      <p className={classes.quiet}>{t('services.talk.clearCacheHint')}</p>
      {error === null ? null : <ProblemNote error={error} />}
      <TransferForm station={station} />
    </Section>
  );
}

/** Of one connector only where the message is about one. */
const PER_CONNECTOR: ReadonlySet<string> = new Set(['MeterValues', 'StatusNotification']);

function TriggerForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const { send, isPending, error } = useServiceOrder(station);
  const [message, setMessage] = useState<(typeof TRIGGERED_MESSAGES)[number]>('StatusNotification');
  const [connectorId, setConnectorId] = useState(0);
  const [extended, setExtended] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({
      kind: 'trigger',
      message,
      ...(PER_CONNECTOR.has(message) && connectorId > 0 ? { connectorId } : {}),
      ...(extended ? { extended } : {}),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Select
        label={t('services.talk.trigger')}
        allowDeselect={false}
        value={message}
        data={TRIGGERED_MESSAGES.map((value) => ({ value, label: t(`services.talk.message.${value}`) }))}
        onChange={(next) =>
          setMessage(TRIGGERED_MESSAGES.find((known) => known === next) ?? 'StatusNotification')
        }
      />
      {PER_CONNECTOR.has(message) ? (
        <ConnectorSelect station={station} value={connectorId} onChange={setConnectorId} whole />
      ) : null}
      <Switch
        label={t('services.talk.extended')}
        checked={extended}
        onChange={(event) => setExtended(event.currentTarget.checked)}
      />
      {error === null ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={isPending}>
          {t('services.talk.ask')}
        </Button>
      </div>
    </form>
  );
}

function TransferForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const { send, isPending, error } = useServiceOrder(station);
  const [fields, setFields] = useState({ vendorId: '', messageId: '', data: '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { vendorId, messageId, data } = fields;
    send({
      kind: 'data-transfer',
      vendorId: vendorId.trim(),
      ...(messageId.trim() === '' ? {} : { messageId: messageId.trim() }),
      ...(data === '' ? {} : { data }),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('services.talk.transfer')}>
      <p>{t('services.talk.transfer')}</p>
      <div className={classes.pair}>
        <TextInput
          label={t('services.talk.vendorId')}
          required
          withAsterisk={false}
          pattern=".*\S.*"
          maxLength={255}
          value={fields.vendorId}
          onChange={(event) => setFields({ ...fields, vendorId: event.currentTarget.value })}
        />
        <TextInput
          label={t('services.talk.messageId')}
          maxLength={50}
          value={fields.messageId}
          onChange={(event) => setFields({ ...fields, messageId: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('services.talk.data')}
        classNames={{ input: classes.mono ?? '' }}
        rows={2}
        maxLength={50_000}
        value={fields.data}
        onChange={(event) => setFields({ ...fields, data: event.currentTarget.value })}
      />
      {error === null ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={isPending}>
          {t('services.talk.send')}
        </Button>
      </div>
    </form>
  );
}
