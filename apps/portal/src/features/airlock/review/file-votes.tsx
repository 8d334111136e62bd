import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { Badge } from '../../../ui/status-badge.js';
import shared from '../airlock.module.css';
import classes from './review.module.css';

/** Every vote on one file that the reader may see, side by side. */
export function FileVotes({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { local } = useText();
  return (
    <section className={classes.vote} aria-label={t('vote.all')}>
      <h3>{t('vote.all')}</h3>
      {file.votes.length === 0 && <p className="sui-quiet">{t(transfer.status === 'in_review' ? 'vote.hidden' : 'vote.none')}</p>}
      <ul className={classes.votes}>
        {file.votes.map(({ reviewer, vote, comment, mine }) => (
          <li key={reviewer.id}>
            <p className="sui-row" style={{ '--gap': '0.25rem 0.75rem' }}><strong>{mine ? t('vote.you') : local(reviewer.displayName)}</strong><Badge tone={vote === 'approve' ? 'done' : 'waits'}>{t(`review.state.${vote}`)}</Badge></p>
            {comment && <blockquote className={shared.quote}>{comment}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}
