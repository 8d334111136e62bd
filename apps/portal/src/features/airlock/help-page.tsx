import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../ui/page-header.js';
import { PageSection } from '../projects/page-section.js';
import { KnownLimits } from './known-limits.js';
import classes from './airlock.module.css';

const EXPORT_STEPS = ['outbox', 'describe', 'submit', 'scan', 'review', 'decide', 'cool', 'download'] as const;
const IMPORT_STEPS = ['check', 'upload', 'describe', 'submit', 'scan', 'review', 'cool', 'read'] as const;
const REFUSED = ['records', 'identifiers', 'small', 'types', 'unread', 'malware', 'names', 'inside'] as const;
const MODEL = 'https://re-docs.genomicsengland.co.uk/airlock_tool/';

/** How the airlock works, for everyone (R115). */
export function Component(): JSX.Element {
  const { t } = useTranslation('airlock');
  const steps = (direction: 'import' | 'export', names: readonly string[]): JSX.Element => <ol className={classes.steps}>{names.map((name) => <li key={name}><strong>{t(`guide.${direction}.${name}.name`)}</strong><br />{t(`guide.${direction}.${name}.text`)}</li>)}</ol>;
  return (
    <div className="sui-stack" style={{ '--gap': '2.5rem' }}>
      <PageHeader title={t('guide.title')} lead={t('guide.lead')} />
      <nav aria-label={t('guide.contents')}><ul className={classes.contents}>{(['principle', 'export', 'import', 'limits', 'refused', 'after', 'model'] as const).map((id) => <li key={id}><a href={`#${id}`} className={classes.target}>{t(`guide.sections.${id}`)}</a></li>)}</ul></nav>
      <PageSection id="principle" title={t('guide.sections.principle')}><p>{t('guide.principle.reading')}</p><p>{t('guide.principle.only')}</p></PageSection>
      <PageSection id="export" title={t('guide.sections.export')}>{steps('export', EXPORT_STEPS)}</PageSection>
      <PageSection id="import" title={t('guide.sections.import')}>{steps('import', IMPORT_STEPS)}</PageSection>
      <PageSection id="limits" title={t('guide.sections.limits')} lead={t('guide.limits')}><KnownLimits /></PageSection>
      <PageSection id="refused" title={t('guide.sections.refused')} lead={t('guide.refusedLead')}><ul className={classes.steps}>{REFUSED.map((id) => <li key={id}>{t(`guide.refused.${id}`)}</li>)}</ul></PageSection>
      <PageSection id="after" title={t('guide.sections.after')}><p>{t('guide.after.returned')}</p><p>{t('guide.after.revoked')}</p><p>{t('guide.after.breach')}</p></PageSection>
      <PageSection id="model" title={t('guide.sections.model')}><p>{t('guide.model')}</p><p><a href={MODEL} lang="en" rel="noreferrer">{MODEL}</a></p><p><Link to="/transfers">{t('guide.toTransfers')}</Link></p></PageSection>
    </div>
  );
}
