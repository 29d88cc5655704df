import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanguageCode } from '../lib/window-state.ts';
import type { en } from './en.ts';

/** The dotted keys of the catalogue; the two forms of a plural are one key. */
export type TextKey = KeysOf<typeof en>;

type KeysOf<Area> = {
  [Key in keyof Area & string]: Area[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Area[Key]>}`;
}[keyof Area & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** What fills the places of a text; `count` also chooses between singular and plural. */
export type Places = Readonly<Record<string, string | number>>;

/** A text of the catalogue in the language of this window. */
export type Translate = (key: TextKey, places?: Places) => string;

interface Text {
  readonly t: Translate;
  readonly language: LanguageCode;
}

export function useText(): Text {
  const { t, i18n } = useTranslation();
  const translate = useMemo(
    (): Translate =>
      (key, places = {}) =>
        t(key, places),
    [t],
  );
  return { t: translate, language: i18n.language === 'de' ? 'de' : 'en' };
}
