import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notice.module.css';

export interface FieldError { /** `id` of the input the sentence is about. */ readonly fieldId: string; readonly message: string }

/** All errors of a form in one place, linked to their fields. Takes the focus each time `attempt` changes and there are errors. */
export function ErrorSummary({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }): JSX.Element | null {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (attempt > 0) box.current?.focus(); }, [attempt]);
  if (errors.length === 0) return null;
  const goTo = (id: string): void => {
    const field = document.getElementById(id);
    // A group of choices is reached through its first choice.
    const target = field?.matches('input, textarea, select, button') ? field : field?.querySelector<HTMLElement>('input, textarea, select, button') ?? field;
    field?.scrollIntoView({ block: 'center' });
    target?.focus();
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classes.notice} data-tone="blocked" data-focus-target="">
      <h2 className={classes.title}>{t('errors.title', { count: errors.length })}</h2>
      <ul>{errors.map(({ fieldId, message }) => <li key={fieldId + message}><a href={`#${fieldId}`} onClick={(event) => { event.preventDefault(); goTo(fieldId); }}>{message}</a></li>)}</ul>
    </div>
  );
}
