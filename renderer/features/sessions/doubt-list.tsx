import { IconZoomQuestion } from '@tabler/icons-react';
import type { SessionDetail } from '#api/sessions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './doubt-list.module.css';
import { doubtSentence } from './doubt-sentence.ts';

/** What is wrong with a session, in words with figures; nothing when all is well. */
export function DoubtList({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  if (session.doubts.length === 0 && session.refused === null) return null;
  const refusal =
    session.refused === null
      ? null
      : t('sessions.refused', { refusal: t(`access.verdict.${session.refused}`) });
  return (
    <Section title={t('sessions.doubts')}>
      <ul className={classes.doubts}>
        {refusal === null ? null : (
          <li>
            <IconZoomQuestion size={18} stroke={1.75} aria-hidden />
            {refusal}
          </li>
        )}
        {session.doubts
          .filter(({ kind }) => refusal === null || kind !== 'refused-but-charged')
          .map((doubt) => (
            <li key={doubt.kind}>
              <IconZoomQuestion size={18} stroke={1.75} aria-hidden />
              {doubtSentence(doubt, { t, format })}
            </li>
          ))}
      </ul>
    </Section>
  );
}
