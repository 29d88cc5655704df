import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';

interface Link {
  readonly card: { readonly id: number; readonly holder: string };
  readonly uid: string;
  readonly anyway?: boolean;
}

/** Says that a number is a known card as another reader writes it, with the way back. */
export function useLinkSpelling() {
  const { t } = useText();
  const tell = useTell();
  const link = useCall('linkSpelling');
  const unlink = useCall('unlinkSpelling');
  const linkNow = ({ card, uid, anyway = false }: Link, onLinked?: () => void) => {
    const params = { cardId: card.id };
    link.mutate(
      { params, body: { uid, ...(anyway && { anyway }) } },
      {
        onSuccess: ({ spellings }) => {
          const spelling = spellings.at(-1) ?? uid;
          tell.done(t('access.linked', { uid: spelling, holder: card.holder }), {
            undo: () => unlink.mutate({ params: { cardId: card.id, spelling } }, { onError: tell.failed }),
          });
          onLinked?.();
        },
      },
    );
  };
  return { link, linkNow };
}
