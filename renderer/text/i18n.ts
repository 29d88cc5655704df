import i18next, { type InitOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { LanguageCode } from '../lib/window-state.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** Stands where a sentence wanted a fact that is not known; whoever shows the sentence takes it out. */
export const MISSING = '\u2205';

/** How texts are looked up; React escapes what is filled in. */
export function textOptions(language: LanguageCode): InitOptions {
  return {
    resources: { en: { translation: en }, de: { translation: de } },
    lng: language,
    fallbackLng: 'en',
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: () => MISSING,
  };
}

/** Makes the catalogue ready in the browser's language, until the site's or the reader's own is known. */
export function startText(): void {
  void i18next.use(initReactI18next).init(textOptions(browserLanguage()));
  document.documentElement.lang = i18next.language;
}

export function showLanguage(language: LanguageCode): void {
  if (i18next.language !== language) void i18next.changeLanguage(language);
  // Hyphenation and screen readers go by this.
  document.documentElement.lang = language;
}

export function browserLanguage(): LanguageCode {
  return firstSpoken(navigator.languages);
}

/** The first of a person's languages that we speak, too. */
export function firstSpoken(tags: readonly string[]): LanguageCode {
  for (const tag of tags) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'de' || language === 'en') return language;
  }
  return 'en';
}
