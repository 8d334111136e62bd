import { Button } from '@mantine/core';
import type { FormEvent, JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { ErrorSummary } from '../../../ui/error-summary.js';
import type { Gap } from '../gaps.js';
import { useGapSentence } from '../section-state.js';
import { editHref, formSection, nextSection } from '../sections.js';
import type { WizardSection } from '../sections.js';
import { AnswerField } from './answer-field.js';
import { BasicsFields } from './basics-fields.js';
import { DatasetsFields } from './datasets-fields.js';
import { MembersFields } from './members-fields.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

interface Props { readonly section: WizardSection; readonly draft: Draft; readonly gaps: readonly Gap[] }

/** One page of the wizard. What is missing is said when one goes on, and one may go on all the same. */
export function SectionForm({ section, draft, gaps }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [attempt, setAttempt] = useState(0);
  const sentence = useGapSentence(draft.view);
  // A link to one field comes from a list of what is missing, so that field says at once what it lacks.
  const aim = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    const target = aim === '' ? null : document.getElementById(aim);
    const input = target?.matches('input, textarea, select, button') ? target : target?.querySelector<HTMLElement>('input, textarea, select, button');
    target?.scrollIntoView({ block: 'center' });
    input?.focus({ preventScroll: true });
  }, [aim]);
  const errorOf = (fieldId: string): string | undefined => {
    const gap = gaps.find((entry) => entry.fieldId === fieldId);
    return gap && (attempt > 0 || fieldId === aim) ? sentence(gap) : undefined;
  };
  const next = nextSection(section) ?? 'check';
  const goOn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    void draft.flush();
    if (gaps.length > 0) setAttempt((count) => count + 1);
    else await navigate(editHref(draft.view.id, next));
  };
  const fields = formSection(draft.view.form, section)?.fields ?? [];
  return (
    <form className={`sui-stack ${classes.form}`} onSubmit={(event) => void goOn(event)} noValidate>
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? gaps.map((gap) => ({ fieldId: gap.fieldId, message: sentence(gap) })) : []} />
      {section === 'basics' && <BasicsFields draft={draft} errorOf={errorOf} />}
      {section === 'datasets' && <DatasetsFields draft={draft} errorOf={errorOf} />}
      {section === 'members' && <MembersFields draft={draft} />}
      {fields.map((field) => <AnswerField key={field.id} field={field} draft={draft} errorOf={errorOf} />)}
      <div className={`sui-row ${classes.buttons}`}>
        <Button type="submit">{t('edit.next')}</Button>
        {attempt > 0 && gaps.length > 0 && <Link to={editHref(draft.view.id, next)} className={classes.tall}>{t('edit.later')}</Link>}
        <Link to={`/applications/${draft.view.id}`} className={classes.tall}>{t('edit.toTasks')}</Link>
      </div>
    </form>
  );
}
