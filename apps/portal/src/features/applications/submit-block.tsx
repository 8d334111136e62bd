import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { CommandButton } from '../../ui/command-button.js';
import { Notice } from '../../ui/notice.js';
import type { Gap } from './gaps.js';
import { useGapSentence } from './section-state.js';
import { editHref, remedyHref } from './sections.js';
import classes from './applications.module.css';

const FEW = 8;
interface Props { readonly view: ApplicationView; readonly gaps: readonly Gap[]; /** Saves what is still on its way; null when that failed. */ readonly settled?: () => Promise<ApplicationView | null> }

/** Submitting: what still keeps the draft back, each with its place, else the act itself. */
export function SubmitBlock({ view, gaps, settled }: Props): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { denial, number } = useText();
  const sentence = useGapSentence(view);
  const navigate = useNavigate();
  const submit = useCommand(endpoints.applications.submit);
  const refusal = view.commands.submit;
  if (refusal === 'not-permitted' || refusal === 'not-in-this-state') return null;
  const remedy = remedyHref(view);
  const said = refusal ? denial(refusal, view.submitParams) : null;
  const run = async (): Promise<void> => {
    const latest = settled ? await settled() : view;
    if (!latest) throw new Error('the draft could not be saved');
    await submit.mutateAsync({ params: { id: view.id }, body: {}, ifMatch: latest.version });
    await navigate(`/applications/${view.id}`);
  };
  return (
    <section id="submit" className="sui-stack" style={{ '--gap': '1rem' }} aria-labelledby="submit-title">
      <h2 id="submit-title">{t('submit.title')}</h2>
      {said ? (
        <Notice tone="waits" title={t('submit.notYet')}>
          <p>{said.says} {said.next} {remedy && <Link to={remedy}>{t('submit.goThere')}</Link>}</p>
          {/* A fresh draft lacks everything: a wall of it would help nobody. */}
          {gaps.length > 0 && (
            <details className={classes.details} open={gaps.length <= FEW || undefined}>
              <summary>{t('submit.lacking', { count: gaps.length, number: number(gaps.length) })}</summary>
              <ul className={classes.gaps}>{gaps.map((gap) => <li key={gap.section + gap.fieldId}><Link to={editHref(view.id, gap.section, gap.fieldId)}>{sentence(gap)}</Link></li>)}</ul>
            </details>
          )}
        </Notice>
      ) : (
        <>
          <p>{view.round > 0 ? t('submit.againText') : t('submit.text')}</p>
          <CommandButton commands={view.commands} name="submit" pending={submit.isPending} onRun={run} confirm={{ title: t('submit.confirmTitle'), body: t('submit.confirmBody'), action: t('submit.action') }}>{view.round > 0 ? t('submit.again') : t('submit.action')}</CommandButton>
        </>
      )}
    </section>
  );
}
