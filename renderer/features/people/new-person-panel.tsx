import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import { PersonForm } from './person-form.tsx';
import { StartPassword } from './start-password.tsx';

/** A new person in one form, then the password to begin with. */
export function NewPersonPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const [made, setMade] = useState<{ readonly name: string; readonly password: string } | null>(null);
  const title = t(made === null ? 'people.add.people' : 'people.startTitle');
  return (
    <DetailPanel label={title} title={title} onClose={onClose}>
      {made === null ? (
        <PersonForm
          person={null}
          onAdded={({ name }, password) => (password === null ? onClose() : setMade({ name, password }))}
        />
      ) : (
        <StartPassword {...made} onDone={onClose} />
      )}
    </DetailPanel>
  );
}
