import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../lib/text.js';
import { useDeclared } from '../transfer-facts.js';
import classes from './review.module.css';

/** What the requester declared; the reason comes first (R113). */
export function ReviewContext({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local } = useText();
  const [reason, ...others] = useDeclared(transfer);
  const { requester, projectId, projectNumber, projectTitle } = transfer;
  return (
    <section aria-labelledby="context-title" className="sui-stack" style={{ '--gap': '1rem' }}>
      <h2 id="context-title" className={classes.paneTitle}>{reason?.label}</h2>
      <p className={classes.reason}>{reason?.value}</p>
      <dl className={classes.pairs}>
        {others.map(({ label, value }) => value && <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
        <div><dt>{t('review.requester')}</dt><dd>{local(requester.displayName)}<br />{local(requester.organisation)}</dd></div>
        <div><dt>{t('columns.project')}</dt><dd><Link to={`/projects/${projectId}`}>{projectNumber}</Link><br />{projectTitle}</dd></div>
      </dl>
    </section>
  );
}
