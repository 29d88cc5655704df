import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { TraceLine } from '#api/trace.ts';
import { copyText } from '../../lib/copy-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/section.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import { JsonText } from './json-text.tsx';
import { traceSummary } from './trace-summary.ts';

/** One message and its answer, word for word. */
export function TracePanel({ line, onClose }: { readonly line: TraceLine; readonly onClose: () => void }) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const title = line.action ?? t('words.none');
  const copy = async () => {
    const { key: _, ...rest } = line;
    const copied = await copyText(JSON.stringify(rest, null, 2));
    if (copied) tell.done(t('trace.copied'));
    else tell.notDone(t('words.copyFailed'));
  };
  return (
    <DetailPanel
      label={title}
      title={title}
      under={<span>{traceSummary(line, { t, format })}</span>}
      onClose={onClose}
    >
      <FactsList
        rows={[
          { label: t('words.station'), value: line.stationId },
          { label: t('trace.id'), value: t(line.direction === 'in' ? 'trace.in' : 'trace.out') },
          {
            label: t('trace.at'),
            value: `${format.dayYear(line.at)}, ${format.timeSeconds(line.at)}.${line.at.slice(20, 23)}`,
          },
          line.latencyMs === null
            ? null
            : { label: t('trace.took'), value: t('trace.latency', { ms: format.number(line.latencyMs) }) },
        ]}
      />
      <Section title={t('trace.question')}>
        {line.request === '' ? <p>{t('trace.unknownQuestion')}</p> : <JsonText text={line.request} />}
      </Section>
      <Section title={t('trace.answerTitle')}>
        {line.answer === null ? <p>{t('trace.noAnswer')}</p> : <JsonText text={line.answer} />}
      </Section>
      <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
        {t('trace.copyJson')}
      </Button>
    </DetailPanel>
  );
}
