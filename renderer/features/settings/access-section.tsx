import type { Site } from '#api/site.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { AccessChoice } from '../../ui/access-choice.tsx';
import { SettingCard } from './setting-card.tsx';

/** Who may charge. Takes effect at once, and can be taken back at once. */
export function AccessSection({ site }: { readonly site: Site }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  const choose = (access: Site['access']) => {
    if (access === site.access) return;
    change.mutate(
      { body: { access } },
      {
        onSuccess: () =>
          tell.done(t(`access.mode.${access}`), {
            undo: () => change.mutate({ body: { access: site.access } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  };
  return (
    <SettingCard id="access" title={t('settings.access')}>
      <AccessChoice value={site.access} onChange={choose} />
    </SettingCard>
  );
}
