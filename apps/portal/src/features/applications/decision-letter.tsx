import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';
import classes from './applications.module.css';

/** 審査結果通知: the decision with its reason, conditions and period, then what follows from it. */
export function DecisionLetter({ view }: { view: ApplicationView }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { local, date } = useText();
  const { decision, contract, projectId } = view;
  if (!decision) return null;
  const approved = decision.outcome === 'approved';
  return (
    <section className={classes.letter} data-outcome={decision.outcome} aria-labelledby="decision-title">
      <p className={classes.letterDate}><time dateTime={decision.at}>{date(decision.at)}</time></p>
      <p>{t('decision.to', { name: local(view.applicant.displayName), organisation: local(view.applicant.organisation) })}</p>
      <p className={classes.letterFrom}>{t('decision.from')}</p>
      <h2 id="decision-title">{t('decision.title')}</h2>
      <p>{t(`decision.says.${decision.outcome}`, { title: view.title })}</p>
      <KeyValue pairs={[
        { label: t('decision.outcome'), value: <strong>{t(`outcome.${decision.outcome}`)}</strong> },
        { label: t('decision.reason'), value: decision.reason },
        { label: t('decision.conditions'), value: approved ? decision.conditions || t('decision.noConditions') : '' },
        { label: t('decision.period'), value: approved ? t('period', { from: date(decision.startsOn), to: date(decision.endsOn) }) : '' },
        { label: t('decision.contract'), value: contract ? t('decision.contractLine', { number: contract.number, date: date(contract.signedOn) }) : '' },
      ]} />
      {view.status === 'approved' && <p>{t('decision.nextContract')}</p>}
      {view.status === 'contracted' && <p>{t('decision.nextOpening')}</p>}
      {view.status === 'rejected' && <p>{t('decision.afterRejection')}</p>}
      {projectId && <p><Link to={`/projects/${projectId}`} className={classes.tall}>{t('decision.toProject')}</Link></p>}
    </section>
  );
}
