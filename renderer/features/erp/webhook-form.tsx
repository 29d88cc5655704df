import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Webhook } from '#api/webhooks.ts';
import type { AnswerOf } from '../../lib/call-api.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import { AllowTarget } from './allow-target.tsx';
import classes from './erp-page.module.css';
import type { EventKind } from './event-areas.ts';
import { EventFields } from './event-fields.tsx';
import { obstacleIn } from './target-obstacle.ts';

interface WebhookFormProps {
  /** Null for one that is being added. */
  readonly webhook: Webhook | null;
  readonly onAdded: (made: AnswerOf<'addWebhook'>) => void;
}

interface Fields {
  readonly name: string;
  readonly url: string;
  readonly tenantId: number;
  readonly kinds: readonly EventKind[];
}

/** What most receivers are there for. */
const USUAL: readonly EventKind[] = ['session-ended'];

/** Where a webhook sends to, and what it tells. */
export function WebhookForm({ webhook, onAdded }: WebhookFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant() ?? 1;
  const add = useCall('addWebhook');
  const change = useCall('changeWebhook');
  const { fields, touched, isTouched, set, clear } = useTouched<Fields>({
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    tenantId: webhook?.tenantId ?? home,
    kinds: webhook?.kinds ?? USUAL,
  });
  const { error, isPending } = webhook === null ? add : change;
  const obstacle = obstacleIn(error);
  const isEmpty = fields.kinds.length === 0;

  const submit = () => {
    if (isEmpty) return;
    const body = { name: fields.name.trim(), kinds: [...fields.kinds] };
    const url = fields.url.trim();
    if (webhook === null) {
      add.mutate(
        { body: { ...body, url, tenantId: fields.tenantId } },
        {
          onSuccess: (made) => {
            tell.done(t('erp.wasAdded', { name: body.name }));
            onAdded(made);
          },
        },
      );
      return;
    }
    change.mutate(
      // An address that was not touched is not judged again.
      { params: { webhookId: webhook.id }, body: { ...body, ...(touched.url !== undefined && { url }) } },
      {
        onSuccess: () => {
          clear();
          tell.done(t('erp.wasSaved', { name: body.name }));
        },
      },
    );
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={t('erp.name')}
        required
        withAsterisk={false}
        autoFocus={webhook === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        placeholder="https://…"
        inputMode="url"
        required
        withAsterisk={false}
        maxLength={2_000}
        value={fields.url}
        error={obstacle === undefined ? null : t(`webhooks.obstacle.${obstacle}`)}
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
      {obstacle === 'lan-not-allowed' ? <AllowTarget url={fields.url.trim()} onAllowed={submit} /> : null}
      {webhook === null ? (
        <TenantSelect
          value={fields.tenantId}
          onChange={(tenantId) => {
            if (tenantId !== null) set({ tenantId });
          }}
        />
      ) : null}
      <EventFields value={fields.kinds} onChange={(kinds) => set({ kinds })} />
      {isEmpty ? <p className={classes.problem}>{t('webhooks.kindsNeeded')}</p> : null}
      {error === null || obstacle !== undefined ? null : <ProblemNote error={error} />}
      {webhook === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending} disabled={isEmpty}>
            {t(webhook === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
