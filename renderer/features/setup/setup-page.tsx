import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { guessRegion } from '../../lib/places.ts';
import { useCall } from '../../lib/use-call.ts';
import { useWindowState } from '../../lib/window-state.ts';
import { browserLanguage, showLanguage } from '../../text/i18n.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WelcomeFrame } from '../../ui/welcome-frame.tsx';
import { AccessStep } from './access-step.tsx';
import type { Answers } from './answers.ts';
import { LanguageStep } from './language-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import classes from './setup-page.module.css';
import { SiteStep } from './site-step.tsx';

const STEPS = ['language', 'site', 'owner', 'access'] as const;

/** Four short steps. Everything but the password has a sensible answer already; Enter goes on. */
export function SetupPage() {
  const { t } = useText();
  const setUp = useCall('setUp');
  const setWindow = useWindowState((state) => state.set);
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<Answers>(firstAnswers);
  const name = STEPS[step] ?? 'language';
  const change = (changed: Partial<Answers>) => {
    setAnswers((before) => ({ ...before, ...changed }));
    if (changed.language !== undefined) showLanguage(changed.language);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step < STEPS.length - 1) {
      setStep(step + 1);
      return;
    }
    // The site has a language now; this window follows it.
    setWindow({ language: null });
    setUp.mutate({
      body: {
        ...answers,
        siteName: answers.siteName.trim() || t('setup.siteDefault'),
        ownerName: answers.ownerName.trim() || t('setup.ownerDefault'),
      },
    });
  };
  return (
    <WelcomeFrame
      above={<Progress step={step} />}
      title={step === 0 ? t('setup.welcome') : t(`setup.${name}Title`)}
      text={t(`setup.${name}Text`)}
    >
      <form className={classes.form} onSubmit={submit}>
        {name === 'language' ? <LanguageStep answers={answers} onChange={change} /> : null}
        {name === 'site' ? <SiteStep answers={answers} onChange={change} /> : null}
        {name === 'owner' ? <OwnerStep answers={answers} onChange={change} /> : null}
        {name === 'access' ? <AccessStep answers={answers} onChange={change} /> : null}
        {setUp.error === null ? null : <ProblemNote error={setUp.error} />}
        <div className={classes.buttons}>
          {step === 0 ? (
            <span />
          ) : (
            <Button variant="subtle" size="md" onClick={() => setStep(step - 1)}>
              {t('words.back')}
            </Button>
          )}
          <Button type="submit" size="md" loading={setUp.isPending}>
            {t(step === STEPS.length - 1 ? 'setup.finish' : 'words.next')}
          </Button>
        </div>
      </form>
    </WelcomeFrame>
  );
}

function Progress({ step }: { readonly step: number }) {
  const { t } = useText();
  return (
    <div className={classes.progress}>
      {STEPS.map((name, index) => (
        <span key={name} data-done={index <= step} aria-hidden />
      ))}
      <p>{t('setup.step', { step: step + 1, count: STEPS.length })}</p>
    </div>
  );
}

function firstAnswers(): Answers {
  const language = browserLanguage();
  return {
    language,
    region: guessRegion(navigator.languages, language),
    siteName: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ownerName: '',
    password: '',
    access: 'known-cards',
  };
}
