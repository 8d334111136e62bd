import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { Notice } from '../../../ui/notice.js';
import type { Step } from '../../../ui/step-bar.js';
import { StepBar } from '../../../ui/step-bar.js';
import { DecisionForm } from './decision-form.js';
import { InterestForm } from './interest-form.js';
import { ReviewItem } from './review-item.js';
import { VoteForm } from './vote-form.js';
import classes from './review.module.css';

export type Review = NonNullable<ApplicationView['review']>;

/** 審査表: interests first, then each item, then the vote; the chair then records the decision. */
export function ReviewSheet({ view, review, myId }: { view: ApplicationView; review: Review; myId: string }): JSX.Element {
  const { t } = useTranslation('applications');
  const { number, denial } = useText();
  const { commands } = view;
  const interest = review.interests.find(({ memberId }) => memberId === myId);
  const mine = review.judgements.filter(({ memberId }) => memberId === myId);
  const vote = review.votes.find(({ memberId }) => memberId === myId);
  const { items } = review.policy;
  const judged = items.filter((item) => mine.some(({ itemId }) => itemId === item.id)).length;
  const decides = commands.decide !== 'not-permitted' && commands.decide !== 'not-in-this-state';
  const step = (id: 'interest' | 'items' | 'vote' | 'decision', done: boolean, now: boolean, note?: string): Step => ({ id, label: t(`review.step.${id}`), state: done ? 'done' : now ? 'now' : 'later', ...(note ? { note } : {}) });
  if (interest?.conflicted) return <><Notice tone="closed" title={t('review.conflicted')}><p>{denial('member-conflicted').next}</p></Notice><InterestForm view={view} interest={interest} /></>;
  return (
    <>
      <StepBar label={t('review.progress')} steps={[
        step('interest', interest !== undefined, true), step('items', judged === items.length, interest !== undefined, t('review.judged', { done: number(judged), all: number(items.length) })),
        step('vote', vote !== undefined, judged === items.length), ...(decides ? [step('decision', false, commands.decide === null && vote !== undefined)] : []),
      ]} />
      <InterestForm view={view} interest={interest} />
      {commands.judge === null && <section className={classes.items} aria-labelledby="items-title"><h3 id="items-title">{t('review.step.items')}</h3><p>{t('review.itemsLead')}</p>{items.map((item) => <ReviewItem key={`${item.id}.${view.round}`} view={view} item={item} saved={mine.find(({ itemId }) => itemId === item.id)} />)}</section>}
      {interest && !vote && <VoteForm view={view} review={review} left={items.filter((item) => mine.every(({ itemId }) => itemId !== item.id))} />}
      {vote && <Notice tone="done" title={t('review.voted', { vote: t(`vote.${vote.vote}`) })}><p>{denial('already-voted').next}</p></Notice>}
      {decides && interest && <DecisionForm view={view} review={review} />}
    </>
  );
}
