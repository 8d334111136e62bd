import { Radio, Textarea, TextInput } from '@mantine/core';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { answerFieldId } from '../sections.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

type Field = ApplicationView['form']['sections'][number]['fields'][number];
interface Props { readonly field: Field; readonly draft: Draft; readonly errorOf: (fieldId: string) => string | undefined }

/** One question of the form, as the policy words it. Optional ones say so; the rest is needed. */
export function AnswerField({ field, draft, errorOf }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  const id = answerFieldId(field.id);
  const value = draft.proposal.answers[field.id] ?? '';
  const set = (text: string): void => draft.edit({ answers: { [field.id]: text } });
  // Digits may be typed full width; they are tidied up afterwards, so as not to disturb a Japanese input method.
  const tidy = (text: string): void => { const digits = text.normalize('NFKC').replace(/[^\d.-]/g, ''); if (digits !== text) set(digits); };
  const common = {
    label: field.required ? local(field.label) : t('edit.optional', { label: local(field.label) }), description: <Help field={field} />,
    error: errorOf(id), value, required: field.required, withAsterisk: false, ...(field.maxLength ? { maxLength: field.maxLength } : {}),
  };
  if (field.kind === 'choice') {
    return (
      <div id={id} className={classes.field}>
        <Radio.Group {...common} onChange={set}><div className={classes.choices}>{(field.choices ?? []).map((choice) => <Radio key={choice.value} value={choice.value} label={local(choice.label)} />)}</div></Radio.Group>
        {!field.required && value !== '' && <button type="button" className="sui-link-button" onClick={() => set('')}>{t('edit.clearChoice')}</button>}
      </div>
    );
  }
  if (field.kind === 'longtext') return <div className={classes.field}><Textarea id={id} {...common} onChange={(event) => set(event.currentTarget.value)} autosize minRows={4} maxRows={24} /><Count field={field} value={value} /></div>;
  if (field.kind === 'text') return <div className={classes.field}><TextInput id={id} {...common} onChange={(event) => set(event.currentTarget.value)} /><Count field={field} value={value} /></div>;
  if (field.kind === 'number') return <div className={classes.field}><TextInput id={id} {...common} inputMode="numeric" className={classes.short} onChange={(event) => set(event.currentTarget.value)} onBlur={(event) => tidy(event.currentTarget.value)} /></div>;
  return <div className={classes.field}><TextInput id={id} {...common} type="date" className={classes.short} onChange={(event) => set(event.currentTarget.value)} /></div>;
}

function Help({ field }: { field: Field }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const min = field.minLength === undefined ? '' : number(field.minLength);
  const max = field.maxLength === undefined ? '' : number(field.maxLength);
  const limits = min && max ? t('edit.between', { min, max }) : min ? t('edit.atLeast', { min }) : max ? t('edit.atMost', { max }) : '';
  return <>{local(field.help)}{limits && <span className={classes.limits}>{limits}</span>}</>;
}

/** Counts for the eye; a screen reader has the limits from the help and would only be disturbed by each number. */
function Count({ field, value }: { field: Field; value: string }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { number } = useText();
  const length = value.trim().length;
  if (field.minLength === undefined && field.maxLength === undefined) return null;
  const lacking = Math.max(0, (field.minLength ?? 0) - length);
  const enough = length > 0 && lacking === 0;
  return <p aria-hidden="true" className={classes.count} data-enough={enough}>{lacking > 0 && length > 0 ? t('edit.lacking', { number: number(lacking) }) : t('edit.length', { number: number(length) })}{enough && field.minLength !== undefined && field.minLength > 1 ? ' ✓' : ''}</p>;
}
