import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { StrayItem } from './stray-item.tsx';

/** Messages that fit no session; nothing when there are none. */
export function StrayList() {
  const { t } = useText();
  const strays = useQuery(apiQuery('listStrays', {})).data?.items ?? [];
  if (strays.length === 0) return null;
  return (
    <Section card title={t('sessions.strays')}>
      <ul>
        {strays.map((stray) => (
          <StrayItem key={stray.id} stray={stray} />
        ))}
      </ul>
    </Section>
  );
}
