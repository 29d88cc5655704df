import { useQuery } from '@tanstack/react-query';
import type { DeskCase } from '#api/service-desk.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { checkSentence } from '../../ui/check-sentence.ts';
import classes from './desk-case-panel.module.css';

interface CardVerdictProps {
  readonly card: DeskCase['cards'][number];
  readonly stationId: string;
}

/** Whether a card may charge at a station now, by which rule, and why not. */
export function CardVerdict({ card, stationId }: CardVerdictProps) {
  const { t } = useText();
  const format = useFormat();
  const check = useQuery(apiQuery('checkAccess', { params: { stationId }, query: { cardId: card.id } })).data;
  if (check === undefined) return null;
  return (
    <p className={classes.verdict} data-may={check.verdict === 'accepted'}>
      {t('desk.card', {
        card: card.label === '' ? card.uid : card.label,
        verdict: checkSentence(check, { t, format }),
      })}
    </p>
  );
}
