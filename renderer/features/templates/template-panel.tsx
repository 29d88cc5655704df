import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Template } from '#api/configuration-templates.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { ComparisonSection } from './comparison-section.tsx';
import { TemplateForm } from './template-form.tsx';
import classes from './template-panel.module.css';

interface TemplatePanelProps {
  /** Null for one that is being made. */
  readonly template: Template | null;
  readonly focusOn?: FocusWish | undefined;
  readonly onSaved: (id: number) => void;
  readonly onClose: () => void;
}

/** One template: its settings, and the stations that are to have them. */
export function TemplatePanel({ template, focusOn, onSaved, onClose }: TemplatePanelProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const remove = useCall('removeTemplate');
  const title = template?.name ?? t('templates.add');
  const onRemove = (removed: Template) =>
    remove.mutate(
      { params: { templateId: removed.id } },
      {
        onSuccess: () => {
          tell.done(t('templates.removed', { name: removed.name }));
          onClose();
        },
        onError: tell.failed,
      },
    );
  return (
    <DetailPanel
      label={title}
      title={title}
      under={
        template === null
          ? undefined
          : t('templates.changedBy', {
              who: template.changedBy,
              time: format.moment(template.changedAt, now),
            })
      }
      focusOn={focusOn}
      onClose={onClose}
    >
      <div className={classes.panel}>
        {template === null ? null : <ComparisonSection template={template} />}
        <TemplateForm key={template?.changedAt} template={template} onSaved={onSaved} />
        {template === null ? null : (
          <Button
            className={classes.remove ?? ''}
            variant="default"
            color="fault"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.isPending}
            onClick={() => onRemove(template)}
          >
            {t('words.remove')}
          </Button>
        )}
      </div>
    </DetailPanel>
  );
}
