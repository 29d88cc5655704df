import type { SentMessage } from '#api/messages.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { JsonText } from './json-text.tsx';

/** What came of a message sent by hand, and how soon. */
export function SentAnswer({ sent }: { readonly sent: SentMessage }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <div role="status">
      <Section
        title={t('trace.answerTitle')}
        aside={<span>{t('trace.latency', { ms: format.number(sent.latencyMs) })}</span>}
      >
        {sent.response === null ? null : <JsonText text={JSON.stringify(sent.response)} />}
        {sent.outcome === 'answered' ? null : <p>{t(`message.outcome.${sent.outcome}`)}</p>}
        {sent.problem === null ? null : <JsonText text={sent.problem} />}
      </Section>
    </div>
  );
}
