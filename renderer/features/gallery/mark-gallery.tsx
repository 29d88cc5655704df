import { MARKS } from '#api/stations.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import classes from './gallery-page.module.css';

const ALL = [...MARKS, 'updating', 'knocking'] as const;

export function MarkGallery() {
  const { t } = useText();
  return (
    <Section card title="StatusMark">
      <div className={classes.marks}>
        {ALL.map((mark) => (
          <div key={mark} className={classes.mark}>
            <StatusMark mark={mark} size={16} />
            <StatusMark mark={mark} size={20} />
            <StatusMark mark={mark} size={24} />
            <StatusMark mark={mark} size={32} />
            {t(`states.short.${mark}`)}
          </div>
        ))}
      </div>
    </Section>
  );
}
