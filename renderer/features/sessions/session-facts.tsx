import { Link } from '@tanstack/react-router';
import type { SessionDetail } from '#api/sessions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { UidText, When } from '../../ui/figures.tsx';
import { Section } from '../../ui/section.tsx';
import { stopReasonWords } from '../../ui/stop-reason.ts';

/** Everything that was reported, with where each time comes from. */
export function SessionFacts({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  const { meterStopWh, stopReceivedAt, endSource, reason, stateOfCharge } = session;
  return (
    <Section title={t('sessions.facts')}>
      <FactsList
        rows={[
          { label: t('words.card'), value: <UidText uid={session.cardUid} /> },
          {
            label: t('words.station'),
            value: (
              <Link to="/stations/{-$stationId}" params={{ stationId: session.stationId }} search={{}}>
                {session.stationName} · {session.connectorId}
              </Link>
            ),
          },
          { label: t('sessions.column.start'), value: <When at={session.startedAt} full /> },
          session.endedAt === null
            ? null
            : { label: t('sessions.column.end'), value: <When at={session.endedAt} full /> },
          reason === null ? null : { label: t('sessions.column.reason'), value: stopReasonWords(reason, t) },
          { label: t('sessions.meterStart'), value: format.meter(session.meterStartWh) },
          meterStopWh === null ? null : { label: t('sessions.meterStop'), value: format.meter(meterStopWh) },
          {
            label: t('sessions.counts'),
            value: session.energyWh === null ? t('sessions.notYet') : format.meter(session.energyWh),
          },
          stateOfCharge === null
            ? null
            : { label: t('sessions.stateOfCharge'), value: format.percent(Math.round(stateOfCharge)) },
          { label: t('sessions.timeSource'), value: t(`sessions.timeSources.${session.timeSource}`) },
          endSource === null
            ? null
            : { label: t('sessions.endSource'), value: t(`sessions.endSources.${endSource}`) },
          { label: t('sessions.startReceived'), value: <When at={session.startReceivedAt} full /> },
          stopReceivedAt === null
            ? null
            : { label: t('sessions.stopReceived'), value: <When at={stopReceivedAt} full /> },
          { label: t('sessions.transaction'), value: String(session.transactionId) },
        ]}
      />
    </Section>
  );
}
