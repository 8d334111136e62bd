import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../lib/text.js';
import { Badge } from '../../../ui/status-badge.js';
import { outputsOf } from './votes.js';
import shared from '../airlock.module.css';
import classes from './review.module.css';

type Vote = TransferFileView['votes'][number];
const reviewersOf = (files: readonly TransferFileView[]): readonly Vote[] => {
  const known = new Map<string, Vote>();
  for (const vote of files.flatMap(({ votes }) => votes)) if (!known.has(vote.reviewer.id)) known.set(vote.reviewer.id, vote);
  return [...known.values()].sort((a, b) => Number(b.mine) - Number(a.mine));
};

/** All votes of the round, file by file, reviewer beside reviewer. One's own come first. */
export function VotesTable({ transfer }: { transfer: TransferView }): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { local } = useText();
  const outputs = outputsOf(transfer);
  const reviewers = reviewersOf(outputs);
  if (reviewers.length === 0) return null;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('decide.votes')}>
      <table className={classes.compare}>
        <caption className="sui-hidden">{t('decide.votes')}</caption>
        <thead><tr><th scope="col">{t('review.file')}</th>{reviewers.map(({ reviewer, mine }) => <th key={reviewer.id} scope="col">{mine ? t('vote.you') : local(reviewer.displayName)}</th>)}</tr></thead>
        <tbody>{outputs.map((file) => (
          <tr key={file.id}>
            <th scope="row"><Link to={`?file=${file.id}`} replace preventScrollReset className={shared.path}>{file.path}</Link></th>
            {reviewers.map(({ reviewer }) => {
              const vote = file.votes.find((entry) => entry.reviewer.id === reviewer.id);
              return <td key={reviewer.id}>{vote ? <><Badge tone={vote.vote === 'approve' ? 'done' : 'waits'}>{t(`review.state.${vote.vote}`)}</Badge>{vote.comment && <p>{vote.comment}</p>}</> : t('review.state.noVotes')}</td>;
            })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
