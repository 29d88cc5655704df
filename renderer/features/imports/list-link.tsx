import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ImportKind } from '#api/import-fields.ts';
import { useText } from '../../text/use-text.ts';

/** The way to the list that was filled. */
export function ListLink({ kind }: { readonly kind: ImportKind }) {
  const { t } = useText();
  return (
    <Button
      renderRoot={(props) =>
        kind === 'stations' ? (
          <Link to="/stations/{-$stationId}" params={{}} search={{}} {...props} />
        ) : (
          <Link to="/cards" search={{ tab: kind }} {...props} />
        )
      }
    >
      {t(`imports.toList.${kind}`)}
    </Button>
  );
}
