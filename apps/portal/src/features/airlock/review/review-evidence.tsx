import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../lib/text.js';
import { StatusBadge } from '../../../ui/status-badge.js';
import { Sha256 } from '../file-facts.js';
import { ScanVerdicts } from '../scan-verdicts.js';
import shared from '../airlock.module.css';
import classes from './review.module.css';

/** What speaks for or against one file: scanners with engine and coverage, its hash, and what the project released before. */
export function ReviewEvidence({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { date } = useText();
  return (
    <div className="sui-stack" style={{ '--gap': '1.5rem' }}>
      <section aria-labelledby="scan-title" className="sui-stack" style={{ '--gap': '0.75rem' }}>
        <h2 id="scan-title" className={classes.paneTitle}>{t('review.scan')}</h2>
        <ScanVerdicts file={file} detailed />
        <Sha256 value={file.sha256} />
      </section>
      {transfer.direction === 'export' && (
        <section aria-labelledby="earlier-title" className="sui-stack" style={{ '--gap': '0.75rem' }}>
          <h2 id="earlier-title" className={classes.paneTitle}>{t('review.earlier')}</h2>
          <p className="sui-quiet">{transfer.earlier.length === 0 ? t('review.noEarlier') : t('review.earlierHelp')}</p>
          <ul className={classes.earlier}>
            {transfer.earlier.map(({ id, status, releasedAt, paths }) => (
              <li key={id}>
                <p className="sui-row" style={{ '--gap': '0.25rem 0.75rem' }}><Link to={`/reviews/${id}`} className={shared.target}>{releasedAt ? t('review.releasedOn', { at: date(releasedAt) }) : t('review.release')}</Link><StatusBadge kind="transfer" status={status} /></p>
                <ul>{paths.map((path) => <li key={path} data-same={path === file.path}><code className={shared.path}>{path}</code>{path === file.path && <strong> {t('review.sameName')}</strong>}</li>)}</ul>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
