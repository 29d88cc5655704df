import { useState } from 'react';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { useAddTariff } from '../list/use-add-tariff.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { FoundTariffs } from './found-tariffs.tsx';
import classes from './ocpi-panel.module.css';
import { OcpiTariffForm } from './ocpi-tariff-form.tsx';
import { MOST_BYTES, useOcpiFile } from './use-ocpi-file.ts';

/** A tariff that another program has written out becomes a draft here. */
export function OcpiPanel({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  const megabytes = useFormat().number(MOST_BYTES / 1_000_000);
  const { mutate, isPending, data: file, error, submittedAt } = useOcpiFile();
  const { add, isPending: isAdding } = useAddTariff(place.edit);
  const [chosen, setChosen] = useState(0);
  const read = file?.kind === 'read' ? file : null;
  const item = read?.found.items[chosen];
  const take = (one: File | undefined) => {
    if (one === undefined || isPending) return;
    setChosen(0);
    mutate(one);
  };
  return (
    <DetailPanel
      label={t('ocpi.title')}
      title={t('ocpi.title')}
      under={t('ocpi.titleText')}
      focusOn={place.wishFor('file')}
      onClose={place.close}
    >
      {/* Never busy: the button would let go of the focus for the moment that reading takes. */}
      <FileDrop
        lead={t('ocpi.drop')}
        choose={t('ocpi.choose')}
        hint={t('ocpi.hint', { megabytes })}
        accept=".json,application/json"
        compact={read !== null}
        onFiles={([one]) => take(one)}
      />
      {error === null ? null : <ProblemNote error={error} />}
      {file === undefined || file.kind === 'read' ? null : (
        <p className={classes.problem} role="alert">
          {t(file.kind === 'no-json' ? 'ocpi.noJson' : 'ocpi.tooLarge', { file: file.name, megabytes })}
        </p>
      )}
      {read === null ? null : <FoundTariffs file={read} chosen={chosen} onChoose={setChosen} />}
      {read === null || item === undefined ? null : (
        <OcpiTariffForm
          key={`${submittedAt} ${item.path}`}
          item={item}
          fileName={read.name}
          isPending={isAdding}
          onAdd={(name) => add({ name, text: item.text, draft: item.draft })}
        />
      )}
    </DetailPanel>
  );
}
