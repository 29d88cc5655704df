import { Button, Checkbox, Switch, Textarea, TextInput } from '@mantine/core';
import { IconCpu } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Order } from '#api/commands.ts';
import type { Station } from '#api/stations.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { type MinuteKeys, typedMoment } from '../../../lib/moment-field.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const NOTHING = { location: '', retrieveAt: '', installAt: '', certificate: '', signature: '' };

/** Has the station fetch and install new firmware; signed firmware is checked before. */
export function FirmwareSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const { send, isPending, error, wrongField } = useServiceOrder(station);
  const [signed, setSigned] = useState(false);
  const [unchecked, setUnchecked] = useState(false);
  const [fields, setFields] = useState(NOTHING);
  const set = (changed: Partial<typeof NOTHING>) => setFields((before) => ({ ...before, ...changed }));
  const couldNotCheck = error instanceof ApiError && error.code === 'firmware-unchecked';
  const wrong = WRONG.find((field) => field === wrongField) ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(orderOf(fields, { signed, unchecked }, format), () => setFields(NOTHING));
  };
  return (
    <Section
      title={t('services.firmware.title')}
      aside={
        station.firmware === null
          ? t('services.firmware.unknown')
          : t('services.firmware.now', { version: station.firmware })
      }
    >
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('services.firmware.location')}
          description={t('services.firmware.locationHint')}
          required
          withAsterisk={false}
          maxLength={512}
          pattern="(https?|ftps?|sftp)://\S+"
          value={fields.location}
          error={wrong === 'location' ? t('services.firmware.wrong.location') : null}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label={t('services.firmware.retrieveAt')}
            description={t('services.firmware.retrieveHint')}
            type="datetime-local"
            value={fields.retrieveAt}
            onChange={(event) => set({ retrieveAt: event.currentTarget.value })}
          />
          {signed ? (
            <TextInput
              label={t('services.firmware.installAt')}
              description={t('services.firmware.retrieveHint')}
              type="datetime-local"
              value={fields.installAt}
              error={wrong === 'installAt' ? t('services.firmware.wrong.installAt') : null}
              onChange={(event) => set({ installAt: event.currentTarget.value })}
            />
          ) : null}
        </div>
        <Switch
          label={t('services.firmware.signed')}
          description={t('services.firmware.signedHint')}
          checked={signed}
          onChange={(event) => setSigned(event.currentTarget.checked)}
        />
        {signed ? (
          <>
            <Textarea
              label={t('services.firmware.certificate')}
              classNames={{ input: classes.mono ?? '' }}
              required
              withAsterisk={false}
              rows={4}
              maxLength={5_500}
              value={fields.certificate}
              error={wrong === 'certificate' ? t('services.firmware.wrong.certificate') : null}
              onChange={(event) => set({ certificate: event.currentTarget.value })}
            />
            <Textarea
              label={t('services.firmware.signature')}
              classNames={{ input: classes.mono ?? '' }}
              required
              withAsterisk={false}
              rows={2}
              maxLength={800}
              value={fields.signature}
              error={wrong === 'signature' ? t('services.firmware.wrong.signature') : null}
              onChange={(event) => set({ signature: event.currentTarget.value })}
            />
          </>
        ) : null}
        {error === null || wrong !== null ? null : <ProblemNote error={error} />}
        {signed && (couldNotCheck || wrong === 'signature' || unchecked) ? (
          <Checkbox
            label={t('services.firmware.unchecked')}
            checked={unchecked}
            onChange={(event) => setUnchecked(event.currentTarget.checked)}
          />
        ) : null}
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="default"
            loading={isPending}
            leftSection={<IconCpu size={16} aria-hidden />}
          >
            {t('services.firmware.update')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

const WRONG = ['location', 'certificate', 'signature', 'installAt'] as const;

function orderOf(
  { location, retrieveAt, installAt, certificate, signature }: typeof NOTHING,
  { signed, unchecked }: { readonly signed: boolean; readonly unchecked: boolean },
  keys: MinuteKeys,
): Order {
  const fetchFrom = typedMoment(retrieveAt, keys);
  const installFrom = typedMoment(installAt, keys);
  const common = {
    location: location.trim(),
    ...(fetchFrom === undefined ? {} : { retrieveAt: fetchFrom }),
  };
  if (!signed) return { kind: 'update-firmware', ...common };
  return {
    kind: 'signed-update-firmware',
    ...common,
    ...(installFrom === undefined ? {} : { installAt: installFrom }),
    certificate: certificate.trim(),
    signature: signature.trim(),
    ...(unchecked ? { unchecked } : {}),
  };
}
