import { Button, Textarea } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../lib/problem-error.js';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Badge } from '../../../ui/status-badge.js';
import { FileVotes } from './file-votes.js';
import { mayVote, myVote } from './votes.js';
import classes from './review.module.css';

/** What the desk's keys do here. */
export interface FileVoteHandle { approve(): void; requestChanges(): void }
interface Props { readonly ref: Ref<FileVoteHandle>; readonly transfer: TransferView; readonly file: TransferFileView; readonly onVoted: () => void }

/** One's vote on one file, bound to its very bytes by the hash. */
export function FileVote({ ref, transfer, file, onVoted }: Props): JSX.Element {
  const { t } = useTranslation('airlock');
  const { denial } = useText();
  const vote = useCommand(endpoints.airlock.vote);
  const mine = myVote(file);
  const [comment, setComment] = useState(mine?.comment ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const open = mayVote(transfer) && file.role === 'output' && file.sha256 !== null;
  const cast = async (choice: 'approve' | 'changes'): Promise<void> => {
    if (!open || file.sha256 === null || vote.isPending) return;
    try {
      await vote.mutateAsync({ params: { id: transfer.id }, body: { fileId: file.id, sha256: file.sha256, vote: choice, comment: comment.trim() } });
      onVoted();
    } catch (error) {
      if (codeOf(error) === 'comment-required') field.current?.focus();
    }
  };
  // With a comment the key casts the vote; without one it asks for the comment first.
  useImperativeHandle(ref, () => ({ approve: () => void cast('approve'), requestChanges: () => { if (comment.trim() === '') field.current?.focus(); else void cast('changes'); } }));
  if (file.role === 'supporting') return <p className="sui-quiet">{t('review.supporting')}</p>;
  if (!open) return <FileVotes transfer={transfer} file={file} />;
  const commentRefused = codeOf(vote.error) === 'comment-required';
  return (
    <section className={classes.vote} aria-labelledby="vote-title">
      <h3 id="vote-title">{t('vote.title')}</h3>
      {mine && <p><Badge tone={mine.vote === 'approve' ? 'done' : 'waits'}>{t(`vote.mine.${mine.vote}`)}</Badge> <span className="sui-quiet">{t('vote.mayChange')}</span></p>}
      <Textarea ref={field} label={t('vote.comment')} description={t('vote.commentHelp')} autosize minRows={2} maxRows={8} maxLength={4000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} error={commentRefused ? `${denial('comment-required').says} ${denial('comment-required').next}` : undefined} />
      {vote.error && !commentRefused && <ProblemNotice error={vote.error} />}
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>
        <Button loading={vote.isPending && vote.variables.body.vote === 'approve'} onClick={() => void cast('approve')}>{t('vote.approve')}</Button>
        <Button variant="default" loading={vote.isPending && vote.variables.body.vote === 'changes'} onClick={() => void cast('changes')}>{t('vote.changes')}</Button>
      </div>
    </section>
  );
}
