import { Button, Modal, Select, Switch, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import { checkValue, type ValueProblems } from './check-value.ts';
import { draftOf, emptyDraft, filledIn, type JsonSchema } from './json-schema.ts';
import classes from './message-panel.module.css';
import { ObjectFields, problemWords } from './schema-field.tsx';
import { SentAnswer } from './sent-answer.tsx';

interface MessagePanelProps {
  readonly stationId: string | undefined;
  readonly onClose: () => void;
}

const NO_PROBLEMS: ValueProblems = new Map();
const FIRST_ACTION = 'TriggerMessage';

/** Any message to a station: by a form made of its schema, or word for word; its answer beside it. */
export function MessagePanel({ stationId, onClose }: MessagePanelProps) {
  const { t } = useText();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const messages = useQuery({ ...apiQuery('listSendableMessages', {}), staleTime: Number.POSITIVE_INFINITY });
  const send = useCall('sendMessage');
  const [to, setTo] = useState(stationId ?? null);
  const [action, setAction] = useState(FIRST_ACTION);
  const [draft, setDraft] = useState(draftOf({}));
  const [raw, setRaw] = useState<string | null>(null);
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [confirming, setConfirming] = useState(false);

  const message = messages.data?.items.find((one) => one.action === action);
  const schema: JsonSchema = message?.schema ?? {};
  const station = stations.find(({ id }) => id === to);
  const payload = raw === null ? filledIn(schema, draft) : parseJson(raw);

  // What one station has answered must not stand under the name of another.
  const chooseStation = (next: string | null) => {
    setTo(next);
    setProblems(NO_PROBLEMS);
    send.reset();
  };
  const choose = (next: string) => {
    setAction(next);
    const chosen = messages.data?.items.find((one) => one.action === next);
    setDraft(emptyDraft(chosen?.schema ?? {}));
    setRaw(null);
    setProblems(NO_PROBLEMS);
    send.reset();
  };
  const showRaw = (asJson: boolean) => {
    if (asJson) setRaw(JSON.stringify(payload, null, 2));
    else {
      setRaw(null);
      if (payload !== undefined) setDraft(draftOf(payload));
    }
    setProblems(NO_PROBLEMS);
  };
  const submit = () => {
    const found = checkValue(schema, payload);
    setProblems(found);
    if (found.size > 0 || to === null) return;
    if (message?.dangerous) setConfirming(true);
    else transmit(false);
  };
  const transmit = (confirmed: boolean) => {
    setConfirming(false);
    if (to === null) return;
    // Checked against its schema a moment ago.
    const checked = payload as Readonly<Record<string, unknown>>;
    send.mutate({
      params: { stationId: to },
      body: { action, payload: checked, ...(confirmed && { confirmed }) },
    });
  };

  return (
    <DetailPanel label={t('trace.send')} title={t('trace.send')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={t('words.station')}
          placeholder={t('message.chooseStation')}
          required
          searchable
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onChange={chooseStation}
        />
        {station !== undefined && !station.online ? (
          <p className={classes.warning}>{t('message.offline')}</p>
        ) : null}
        <Select
          label={t('trace.action')}
          searchable
          allowDeselect={false}
          data={messages.data?.items.map((one) => one.action) ?? []}
          value={action}
          onChange={(next) => next !== null && choose(next)}
        />
        <Switch
          label={t('message.asJson')}
          checked={raw !== null}
          onChange={(event) => showRaw(event.currentTarget.checked)}
        />
        {raw === null ? (
          <FormFields schema={schema} draft={draft} problems={problems} onChange={setDraft} />
        ) : (
          <Textarea
            label="JSON"
            classNames={{ input: classes.json ?? '' }}
            autosize
            minRows={6}
            maxRows={20}
            spellCheck={false}
            value={raw}
            error={rawProblem(payload, problems, t)}
            onChange={(event) => setRaw(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          disabled={to === null}
          loading={send.isPending}
          leftSection={<IconSend size={16} aria-hidden />}
        >
          {t('message.send')}
        </Button>
      </form>
      {send.error ? <ProblemNote error={send.error} /> : null}
      {send.data === undefined ? null : <SentAnswer sent={send.data} />}
      <Modal
        opened={confirming}
        onClose={() => setConfirming(false)}
        title={t('message.confirmTitle', { action })}
        centered
        lockScroll={false}
      >
        <p>{t('message.confirmText', { station: station?.name ?? to ?? '' })}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setConfirming(false)}>
            {t('words.cancel')}
          </Button>
          <Button data-autofocus onClick={() => transmit(true)}>
            {t('message.confirm', { action })}
          </Button>
        </div>
      </Modal>
    </DetailPanel>
  );
}

function FormFields(props: {
  readonly schema: JsonSchema;
  readonly draft: ReturnType<typeof draftOf>;
  readonly problems: ValueProblems;
  readonly onChange: (draft: ReturnType<typeof draftOf>) => void;
}) {
  const { t } = useText();
  if (Object.keys(props.schema.properties ?? {}).length === 0)
    return <p className={classes.nothing}>{t('message.nothing')}</p>;
  return <ObjectFields {...props} place="" onChange={(draft) => props.onChange(draft ?? {})} />;
}

function rawProblem(
  payload: unknown,
  problems: ValueProblems,
  t: ReturnType<typeof useText>['t'],
): string | null {
  if (payload === undefined) return t('message.noJson');
  const found = [...problems].map(([place, problem]) =>
    [place, problemWords(problem, t)].filter((part) => part !== '').join(': '),
  );
  return found.length === 0 ? null : found.join('\n');
}

/** Undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
