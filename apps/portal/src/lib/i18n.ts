import i18next from 'i18next';
import type { BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const STORED = 'suimon.language';

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });
/** One JSON file an area and language, fetched when a screen first asks for it. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, done) => {
    const load = files[`../locales/${language}/${area}.json`];
    if (!load) return done(new Error(`no texts for ${area} in ${language}`), false);
    load().then((texts) => done(null, texts), (error: unknown) => done(error instanceof Error ? error : String(error), false));
  },
};

const isLanguage = (value: string | null | undefined): value is Language => value === 'ja' || value === 'en';
const stored = (): string | null => { try { return localStorage.getItem(STORED); } catch { return null; } };
/** The choice made before, else the browser's first known language, else Japanese. */
const firstLanguage = (): Language => {
  const choice = stored();
  if (isLanguage(choice)) return choice;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ja';
};

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'ja');

const applyToDocument = (language: string): void => { document.documentElement.lang = language; };

/** Changes the language where one stands: the page, its address and what was typed stay. */
export async function changeLanguage(language: Language): Promise<void> {
  try { localStorage.setItem(STORED, language); } catch { /* the choice then lasts until the page is closed */ }
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', applyToDocument);
  await i18next.use(localeFiles).use(initReactI18next).init({
    lng: firstLanguage(), fallbackLng: false, supportedLngs: [...LANGUAGES], ns: ['shell', 'ui', 'status'], defaultNS: 'shell', fallbackNS: false,
    keySeparator: '.', nsSeparator: ':', interpolation: { escapeValue: false }, returnNull: false,
  });
}
