import { Textarea } from '@mantine/core';
import type { Direction } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import classes from './draft.module.css';

const PROMPTS = { import: ['what', 'why', 'how'], export: ['what', 'why', 'who', 'next'] } as const;
interface Props { readonly direction: Direction; readonly value: string; readonly minLength: number; readonly onChange: (value: string) => void }

/** Reason and intent in one's own words, with questions that help, and how much is still asked for (R113). */
export function ReasonField({ direction, value, minLength, onChange }: Props): JSX.Element {
  const { t } = useTranslation('airlock');
  const { number } = useText();
  const length = value.trim().length;
  return (
    <div className={classes.reason}>
      <Textarea id="field-reason" label={t(`form.${direction}.reason`)} required autosize minRows={5} maxRows={20} maxLength={10_000} value={value} onChange={(event) => onChange(event.currentTarget.value)}
        description={t('form.reasonHelp', { count: minLength })} inputWrapperOrder={['label', 'description', 'input', 'error']} aria-describedby="reason-prompts reason-count" />
      <p id="reason-count" className="sui-quiet">{length < minLength ? t('form.reasonShort', { length: number(length), count: minLength - length }) : t('form.reasonEnough', { length: number(length) })}</p>
      <div id="reason-prompts"><p className="sui-quiet">{t('form.reasonPrompts')}</p><ul className="sui-quiet">{PROMPTS[direction].map((prompt) => <li key={prompt}>{t(`form.${direction}.prompt.${prompt}`)}</li>)}</ul></div>
    </div>
  );
}
