import { Button, TagsInput } from '@mantine/core';
import type { Site } from '#api/site.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { fieldIndex } from '../../lib/wrong-field.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './network-section.module.css';

/** Which places in the own network this program may send to by itself. */
export function LanTargetsPart({ site }: { readonly site: Site }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  const { fields, isTouched, set, clear } = useTouched({ lanTargets: site.lanTargets });
  const { error } = change;
  const wrong = fields.lanTargets[fieldIndex(error, 'body/lanTargets') ?? -1];
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { body: { lanTargets: fields.lanTargets } },
          {
            onSuccess: () => {
              clear();
              tell.done(t('settings.saved'));
            },
          },
        );
      }}
    >
      <TagsInput
        label={t('settings.lanTargets')}
        description={t('settings.lanTargetsText')}
        placeholder={fields.lanTargets.length === 0 ? '192.168.1.20' : ''}
        maxTags={100}
        value={fields.lanTargets}
        error={wrong === undefined ? null : t('settings.lanTargetWrong', { target: wrong })}
        onChange={(lanTargets) => set({ lanTargets })}
      />
      {error === null || wrong !== undefined ? null : <ProblemNote error={error} />}
      {isTouched ? (
        <div>
          <Button type="submit" loading={change.isPending}>
            {t('words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
