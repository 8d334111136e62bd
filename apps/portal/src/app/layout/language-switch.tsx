import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../lib/i18n.js';
import { useText } from '../../lib/text.js';
import classes from './layout.module.css';

/** Names the other language in that language. The page and what was typed stay. */
export function LanguageSwitch(): JSX.Element {
  const { language } = useText();
  useTranslation('shell');
  const other = language === 'ja' ? 'en' : 'ja';
  return <button type="button" className={classes.tool} lang={other} onClick={() => void changeLanguage(other)}>{other === 'en' ? 'English' : '日本語'}</button>;
}
