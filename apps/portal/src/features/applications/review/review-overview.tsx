import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { signedIn, useMe } from '../../../lib/session.js';
import { useText } from '../../../lib/text.js';
import type { Review } from './review-sheet.js';
import { Tally } from './tally.js';
import classes from './review.module.css';

/** Where the committee stands: who has declared, judged and voted, and how. A member sees the others' judgements once their own vote is in, so that each judges alone. */
export function ReviewOverview({ view }: { view: ApplicationView }): JSX.Element | null {
  const { t } = useTranslation('applications');
  const { local } = useText();
  const { data: me } = useMe();
  const { review } = view;
  if (!review) return null;
  const myId = signedIn(me)?.id ?? '';
  const isMember = review.members.some(({ id }) => id === myId);
  const open = view.status !== 'in_committee' || !isMember || review.votes.some(({ memberId }) => memberId === myId) || view.commands.decide === null;
  return (
    <section id="review" className="sui-stack" style={{ '--gap': '1.25rem' }} aria-labelledby="review-title">
      <h2 id="review-title">{t('overview.title')}</h2>
      <Members review={review} open={open} />
      {open ? (
        <>
          <Tally review={review} />
          <div className="sui-stack" style={{ '--gap': '0.5rem' }}>
            <h3>{t('overview.items')}</h3>
            {review.policy.items.map((item) => (
              <section key={item.id} className={classes.judged} aria-labelledby={`judged-${item.id}`}>
                <h4 id={`judged-${item.id}`}>{local(item.label)}</h4>
                <ul>
                  {review.members.map((member) => {
                    const judgement = review.judgements.find(({ memberId, itemId }) => memberId === member.id && itemId === item.id);
                    return <li key={member.id}><span>{local(member.displayName)}</span>{judgement ? <><strong data-result={judgement.result} className={classes.result}>{t(`result.${judgement.result}`)}</strong>{judgement.comment && <p>{judgement.comment}</p>}</> : <span className="sui-quiet">{t('overview.notJudged')}</span>}</li>;
                  })}
                </ul>
              </section>
            ))}
          </div>
        </>
      ) : <p>{t('overview.closed')}</p>}
    </section>
  );
}

function Members({ review, open }: { review: Review; open: boolean }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number, dateTime } = useText();
  return (
    <ul className={classes.members}>
      {review.members.map((member) => {
        const interest = review.interests.find(({ memberId }) => memberId === member.id);
        const vote = review.votes.find(({ memberId }) => memberId === member.id);
        const judged = review.judgements.filter(({ memberId }) => memberId === member.id).length;
        return (
          <li key={member.id}>
            <p><strong>{local(member.displayName)}</strong></p>
            <p>{interest ? t('overview.interest', { answer: t(interest.conflicted ? 'interest.yesShort' : 'interest.noShort') }) : t('overview.noInterest')}{interest?.note && open ? t('bracket', { text: interest.note }) : ''}</p>
            {!interest?.conflicted && <p>{t('overview.judged', { done: number(judged), all: number(review.policy.items.length) })}</p>}
            {vote && <p>{open ? t('overview.vote', { vote: t(`vote.${vote.vote}`), at: dateTime(vote.at) }) : t('overview.voted')}{open && !vote.counted ? t('bracket', { text: t('overview.notCounted') }) : ''}</p>}
            {vote && open && <p className={classes.rationale}>{vote.rationale}</p>}
          </li>
        );
      })}
    </ul>
  );
}
