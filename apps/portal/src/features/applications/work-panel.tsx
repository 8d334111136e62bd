import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { signedIn, useMe } from '../../lib/session.js';
import { ContractForm } from './contract-form.js';
import { ReviewSheet } from './review/review-sheet.js';
import { ScreeningWork } from './screening-work.js';
import { WithdrawButton } from './withdraw-button.js';
import classes from './applications.module.css';

const SCREENING = ['startScreening', 'openToCommittee', 'sendBack'] as const;
const shown = (view: ApplicationView, name: keyof ApplicationView['commands']): boolean => { const verdict = view.commands[name]; return verdict !== 'not-permitted' && verdict !== 'not-in-this-state'; };

/** What the reader can do about the case now, beside what they read; else what happens next. */
export function WorkPanel({ view, mine }: { view: ApplicationView; mine: boolean }): JSX.Element {
  const { t } = useTranslation('applications');
  const { data: me } = useMe();
  const myId = signedIn(me)?.id ?? '';
  const reviews = view.status === 'in_committee' && shown(view, 'declareInterest') && view.review !== null;
  const screens = SCREENING.some((name) => shown(view, name));
  const contracts = shown(view, 'recordContract');
  const nothing = !reviews && !screens && !contracts;
  return (
    <aside id="work" tabIndex={-1} data-focus-target="" className={`sui-stack ${classes.panel}`} aria-labelledby="work-title">
      <h2 id="work-title">{nothing ? t('work.nextTitle') : t('work.title')}</h2>
      {nothing && <p>{t(`next.${mine ? 'applicant' : 'others'}.${view.status}`)}</p>}
      {view.review && reviews && <ReviewSheet view={view} review={view.review} myId={myId} />}
      {screens && <ScreeningWork view={view} secondary={reviews} />}
      {contracts && <ContractForm view={view} />}
      <WithdrawButton view={view} />
    </aside>
  );
}
