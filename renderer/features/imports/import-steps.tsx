import { IMPORT_STEPS, type ImportStep } from '../../lib/page-search.ts';
import { useText } from '../../text/use-text.ts';
import classes from './import-steps.module.css';

interface ImportStepsProps {
  readonly step: ImportStep;
  readonly isReachable: (step: ImportStep) => boolean;
  readonly onStep: (step: ImportStep) => void;
}

/** Where one is on the way, and the way back. */
export function ImportSteps({ step, isReachable, onStep }: ImportStepsProps) {
  const { t } = useText();
  const at = IMPORT_STEPS.indexOf(step);
  return (
    <ol className={classes.steps} aria-label={t('imports.steps')}>
      {IMPORT_STEPS.map((one, index) => (
        <li key={one} data-state={index < at ? 'passed' : index === at ? 'current' : 'ahead'}>
          <button
            type="button"
            className={classes.step}
            aria-current={index === at ? 'step' : undefined}
            disabled={index !== at && !isReachable(one)}
            onClick={() => onStep(one)}
          >
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <span className={classes.name}>{t(`imports.step.${one}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
