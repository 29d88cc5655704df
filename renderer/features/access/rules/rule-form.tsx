import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AccessRule } from '#api/access-rules.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useTouched } from '../../../lib/use-touched.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import classes from '../access-form.module.css';
import { ValidityFields } from '../validity/validity-fields.tsx';
import { type RuleFields, ruleBody, ruleFields } from './rule-fields.ts';
import { useRuleWords } from './use-rule-words.ts';
import { WhereFields } from './where-fields.tsx';
import { WhoFields } from './who-fields.tsx';
import { WindowFields } from './window-fields.tsx';

interface RuleFormProps {
  /** Null for one that is being written. */
  readonly rule: AccessRule | null;
  readonly onSaved: (ruleId: number) => void;
}

/** Who, where, when and how long, with the sentence that comes of it. */
export function RuleForm({ rule, onSaved }: RuleFormProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const say = useRuleWords();
  const home = useHomeTenant();
  const [chosenTenant, setTenant] = useState<number | null>(null);
  const tenantId = chosenTenant ?? home;
  const add = useCall('addRule');
  const change = useCall('changeRule');
  const { fields, isTouched, touched, set, clear } = useTouched<RuleFields>(ruleFields(rule, format));
  const { error, isPending } = rule === null ? add : change;
  const body = ruleBody(fields, format);
  const sentence = say(body);
  const names = fields.name.trim() === '' ? sentence.slice(0, LONGEST_NAME) : fields.name.trim();
  const isWhole = body.who.kind === 'everybody' || body.who.groupIds.length > 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A bound that nobody touched stays, also where it is not the edge of a day.
    const bounds = {
      ...((rule === null || touched.firstDay !== undefined) && { from: body.from }),
      ...((rule === null || touched.lastDay !== undefined) && { to: body.to }),
    };
    const { who, where, windows } = body;
    const wish = { name: names, who, where, windows, ...bounds };
    const onSuccess = (saved: AccessRule) => {
      tell.done(t(rule === null ? 'access.added' : 'access.saved', { name: saved.name }));
      clear();
      onSaved(saved.id);
    };
    if (rule === null)
      add.mutate({ body: { ...wish, ...(tenantId !== null && { tenantId }) } }, { onSuccess });
    else change.mutate({ params: { ruleId: rule.id }, body: wish }, { onSuccess });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.said} aria-live="polite">
        {isWhole ? sentence : t('rules.whoMissing')}
      </p>
      <WhoFields fields={fields} set={set} />
      {rule === null ? <TenantSelect value={tenantId} onChange={setTenant} /> : null}
      <WhereFields fields={fields} set={set} />
      <WindowFields windows={fields.windows} onChange={(windows) => set({ windows })} />
      <ValidityFields firstDay={fields.firstDay} lastDay={fields.lastDay} onChange={set} />
      <TextInput
        label={t('rules.name')}
        description={t('rules.nameHint')}
        maxLength={LONGEST_NAME}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {error === null ? null : <ProblemNote error={error} />}
      {rule === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" disabled={!isWhole} loading={isPending}>
            {t(rule === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

const LONGEST_NAME = 100;
