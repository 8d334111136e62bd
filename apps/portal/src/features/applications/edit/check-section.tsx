import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Gap } from '../gaps.js';
import { ProposalContent } from '../proposal-content.js';
import { SubmitBlock } from '../submit-block.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

/** The last look: every answer with a way to change it, then the act of submitting. */
export function CheckSection({ draft, gaps }: { draft: Draft; gaps: readonly Gap[] }): JSX.Element {
  const { t } = useTranslation('applications');
  const { view, proposal } = draft;
  return (
    <div className="sui-stack" style={{ '--gap': '2.5rem' }}>
      <section className="sui-stack" aria-labelledby="answers-title"><h2 id="answers-title">{t('content.title')}</h2><ProposalContent view={view} proposal={proposal} changeable /></section>
      <SubmitBlock view={view} gaps={gaps} settled={draft.settled} />
      <div className="sui-row"><Link to={`/applications/${view.id}/print`} className={classes.tall}>{t('print.open')}</Link><Link to={`/applications/${view.id}`} className={classes.tall}>{t('edit.toTasks')}</Link></div>
    </div>
  );
}
