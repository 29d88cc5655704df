/** How a file that people open writes its words and numbers. */
export interface FileLocale {
  readonly region: string;
  readonly language: 'de' | 'en';
}
