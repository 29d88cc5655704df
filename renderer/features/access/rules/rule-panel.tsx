import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AccessRule } from '#api/access-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { FocusWish } from '../../../ui/use-panel-focus.ts';
import classes from '../holder-actions.module.css';
import { RuleForm } from './rule-form.tsx';
import { RuleState } from './rule-state.tsx';

interface NewRulePanelProps {
  readonly onAdded: (ruleId: number) => void;
  readonly onClose: () => void;
}

/** A rule that is being written. */
export function NewRulePanel({ onAdded, onClose }: NewRulePanelProps) {
  const { t } = useText();
  return (
    <DetailPanel
      label={t('access.add.rules')}
      title={t('access.add.rules')}
      under={t('rules.newText')}
      onClose={onClose}
    >
      <RuleForm rule={null} onSaved={onAdded} />
    </DetailPanel>
  );
}

interface EditRulePanelProps {
  readonly ruleId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One rule: who, where, when and how long. */
export function EditRulePanel({ ruleId, focusOn, onClose }: EditRulePanelProps) {
  const { t } = useText();
  const rules = useQuery(apiQuery('listRules', {}));
  const rule = rules.data?.items.find(({ id }) => id === ruleId);
  if (rule === undefined) return null;
  return (
    <DetailPanel
      label={rule.name}
      title={rule.name}
      under={
        <>
          <RuleState state={rule.state} /> {t('rules.about', { count: rule.stationCount })}
        </>
      }
      focusOn={focusOn}
      onClose={onClose}
    >
      <RemoveRule rule={rule} onRemoved={onClose} />
      <RuleForm rule={rule} onSaved={() => undefined} />
    </DetailPanel>
  );
}

interface RemoveRuleProps {
  readonly rule: AccessRule;
  readonly onRemoved: () => void;
}

function RemoveRule({ rule, onRemoved }: RemoveRuleProps) {
  const { t } = useText();
  const tell = useTell();
  const remove = useCall('removeRule');
  const restore = useCall('restoreRule');
  const params = { ruleId: rule.id };
  const onRemove = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('access.removed', { name: rule.name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          onRemoved();
        },
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.isPending}
        onClick={onRemove}
      >
        {t('words.remove')}
      </Button>
    </div>
  );
}
