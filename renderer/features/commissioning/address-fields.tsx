import type { AddressCard } from '#api/address-card.ts';
import { useText } from '../../text/use-text.ts';
import { type AddressWish, addressOf, addressWithoutScheme, portOf } from '../../ui/address-form.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import classes from './address-details.module.css';

interface AddressFieldsProps {
  readonly wish: AddressWish;
  /** Undefined for a make that nobody knows anything of. */
  readonly habits: AddressCard['makes'][number] | undefined;
}

/** What to type in where: one field at most makes, three at others, with or without the identity. */
export function AddressFields({ wish, habits }: AddressFieldsProps) {
  const { t } = useText();
  const { host, transport, card } = wish;
  if (habits?.form === 'parts')
    return (
      <>
        <Field label={t('address.host')} text={host} />
        <Field label={t('address.port')} text={String(portOf(card, transport))} />
        <Field label={t('address.path')} text={card.path} />
        <p className={classes.about}>{t('address.hint.parts')}</p>
      </>
    );
  if (habits?.form === 'without-scheme')
    return (
      <>
        <Field label={t('address.enter')} text={addressWithoutScheme(wish)} />
        <p className={classes.about}>{t('address.hint.without-scheme')}</p>
      </>
    );
  if (habits !== undefined)
    return (
      <>
        <Field
          label={t('address.enter')}
          text={addressOf(wish) + (habits.identity === 'entered' ? t('address.identity') : '')}
        />
        <p className={classes.about}>{t(`address.hint.${habits.identity}`)}</p>
      </>
    );
  return (
    <>
      <Field label={t('address.mostly')} text={addressOf(wish)} />
      <Field label={t('address.withIdentity')} text={addressOf(wish) + t('address.identity')} />
      <Field label={t('address.withoutScheme')} text={addressWithoutScheme(wish)} />
    </>
  );
}

function Field({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={classes.field}>
      <p className={classes.label}>{label}</p>
      <CopyField text={text} label={label} />
    </div>
  );
}
