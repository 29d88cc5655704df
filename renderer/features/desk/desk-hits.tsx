import type { DeskHit } from '#api/service-desk.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { placeSentence } from '../../ui/desk-words.ts';
import classes from './desk-hits.module.css';

interface DeskHitsProps {
  readonly items: readonly DeskHit[];
  readonly chosen: { readonly of?: DeskHit['kind']; readonly id?: string };
  readonly onChoose: (hit: DeskHit) => void;
}

/** Whom a caller may mean; each with where they are just now. */
export function DeskHits({ items, chosen, onChoose }: DeskHitsProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <ul className={classes.hits}>
      {items.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`}>
          <button
            type="button"
            className={classes.hit}
            aria-current={chosen.of === hit.kind && chosen.id === hit.id}
            onClick={() => onChoose(hit)}
          >
            <span className={classes.name}>{hit.name}</span>
            <span className={classes.kind}>{t(`desk.kind.${hit.kind}`)}</span>
            <span className={classes.also}>{hit.also.join(' · ')}</span>
            {hit.place === null ? null : (
              <span className={classes.place}>{placeSentence(hit.place, { t, format, now })}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
