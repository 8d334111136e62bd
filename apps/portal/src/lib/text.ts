import type { DenialCode, Localised } from '@suimon/contracts';
import { denialSentence } from '@suimon/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './i18n.js';
import { formatsOf } from './formats.js';
import type { Formats } from './formats.js';

export interface Text extends Formats {
  readonly language: Language;
  /** The side of a `{ ja, en }` value that the reader reads. */
  local(value: Localised): string;
  /** What a refusal says and what to do next, from its code. */
  denial(code: DenialCode, params?: Readonly<Record<string, string | number>>): { says: string; next: string };
}

/** Everything that depends on the reader's language and is not in a locale file. */
export function useText(): Text {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'ja';
  return useMemo(() => ({ language, local: (value) => value[language], denial: (code, params) => denialSentence(code, language, params), ...formatsOf(language) }), [language]);
}
