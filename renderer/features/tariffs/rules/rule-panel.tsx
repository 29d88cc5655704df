import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TariffRule } from '#api/tariff-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { RuleForm } from './rule-form.tsx';
import { targetWords } from './target-words.ts';

interface RulePanelProps {
  /** Null for one that is being written. */
  readonly ruleId: number | null;
  readonly place: TariffsPlace;
}

/** Who pays by which tariff; another choice is another rule in its place. */
export function RulePanel({ ruleId, place }: RulePanelProps) {
  const { t } = useText();
  const may = useMay();
  const rules = useQuery(apiQuery('listTariffRules', {}));
  const rule = rules.data?.items.find(({ id }) => id === ruleId) ?? null;
  if (ruleId !== null && rule === null) return <MissingRule ruleId={ruleId} place={place} />;
  const title =
    rule === null ? t('payers.add') : targetWords({ kind: rule.target.kind, name: rule.targetName }, t);
  return (
    <DetailPanel
      label={title}
      title={title}
      under={rule === null ? t('payers.newText') : rule.tariffName}
      {...(ruleId !== null && { focusOn: place.wishFor(ruleId) })}
      onClose={place.close}
    >
      {rule !== null && may('tariffs.write') ? <EndRule rule={rule} onEnded={place.close} /> : null}
      <RuleForm rule={rule} place={place} />
    </DetailPanel>
  );
}

/** A rule that is not there yet, cannot be read, or has ended since somebody made a link to it. */
function MissingRule({ ruleId, place }: { readonly ruleId: number; readonly place: TariffsPlace }) {
  const { t } = useText();
  const rules = useQuery(apiQuery('listTariffRules', {}));
  const isUnread = rules.error !== null && rules.data === undefined;
  const title = t(rules.isFetching ? 'words.loading' : 'payers.rule');
  return (
    <DetailPanel label={title} title={title} focusOn={place.wishFor(ruleId)} onClose={place.close}>
      {isUnread ? <ProblemNote error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.isFetching || isUnread ? null : <p>{t('payers.noRule')}</p>}
    </DetailPanel>
  );
}

function EndRule({ rule, onEnded }: { readonly rule: TariffRule; readonly onEnded: () => void }) {
  const { t } = useText();
  const tell = useTell();
  const remove = useCall('removeTariffRule');
  const restore = useCall('restoreTariffRule');
  const params = { tariffRuleId: rule.id };
  const name = targetWords({ kind: rule.target.kind, name: rule.targetName }, t);
  const onEnd = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('payers.ended', { name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          onEnded();
        },
        onError: tell.failed,
      },
    );
  return (
    <div>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={remove.isPending}
        onClick={onEnd}
      >
        {t('payers.end')}
      </Button>
    </div>
  );
}
