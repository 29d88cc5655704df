import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { cardState } from '../../../lib/cards.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ConnectorSelect } from './connector-select.tsx';
import { momentForField, typedMoment } from './moment.ts';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const USUAL_MS = 3_600_000;

/** Keeps a connector free for a card that may charge. */
export function ReservationForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const now = useNow();
  const { send, isPending, error, wrongField } = useServiceOrder(station);
  const cards = useQuery(apiQuery('listCards', {})).data?.items ?? [];
  const usable = cards.filter((card) => cardState(card, now) === 'valid' && card.uid.length <= 20);
  const [cardId, setCardId] = useState<string | null>(null);
  const [connectorId, setConnectorId] = useState(station.connectors[0]?.connectorId ?? 1);
  const [until, setUntil] = useState(() => momentForField(Date.now() + USUAL_MS));
  const wrongTime = wrongField === 'expiresAt';

  if (usable.length === 0) return <p className={classes.notice}>{t('services.reservations.noCards')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = typedMoment(until);
    if (cardId === null || expiresAt === undefined) return;
    send({ kind: 'reserve', connectorId, cardId: Number(cardId), expiresAt });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Select
        label={t('services.reservations.card')}
        description={t('services.reservations.cardHint')}
        searchable
        required
        withAsterisk={false}
        value={cardId}
        data={usable.map(({ id, holder, label, uid }) => ({
          value: String(id),
          label: [holder, label, uid].filter((part) => part !== '').join(' · '),
        }))}
        onChange={setCardId}
      />
      <div className={classes.pair}>
        <ConnectorSelect station={station} value={connectorId} onChange={setConnectorId} whole />
        <TextInput
          label={t('services.reservations.until')}
          type="datetime-local"
          required
          withAsterisk={false}
          value={until}
          error={wrongTime ? t('services.reservations.wrong.expiresAt') : null}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      {error === null || wrongTime ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending} disabled={cardId === null}>
          {t('services.reservations.reserve')}
        </Button>
      </div>
    </form>
  );
}
