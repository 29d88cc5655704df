import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { Matrix } from '../rules/matrix.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { FeesSection } from './fees-section.tsx';
import { RevenueSection } from './revenue-section.tsx';

/** What is paid now at each station, what a period came to, and what is owed each month. */
export function BoardTab({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  return (
    <>
      <Section title={t('board.now')} card>
        <Matrix place={place} />
      </Section>
      <RevenueSection />
      <FeesSection />
    </>
  );
}
