import { VOTES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { KeyValue } from '../../../ui/key-value.js';
import type { Review } from './review-sheet.js';

/** Votes that count, as the API marked them: of members still seated and without a conflict. */
export const countedVotes = (review: Review): Review['votes'] => review.votes.filter(({ counted }) => counted);

/** How the votes stand against the quorum and the rule. */
export function Tally({ review }: { review: Review }): JSX.Element {
  const { t } = useTranslation('applications');
  const { number } = useText();
  const votes = countedVotes(review);
  return (
    <KeyValue pairs={[
      { label: t('tally.votes'), value: VOTES.map((name) => t('tally.of', { vote: t(`vote.${name}`), number: number(votes.filter(({ vote }) => vote === name).length) })).join(t('listComma')) },
      { label: t('tally.quorum'), value: t(review.quorumMet ? 'tally.met' : 'tally.notMet', { votes: number(votes.length), quorum: number(review.policy.quorum) }) },
      { label: t('tally.rule'), value: t(`rule.${review.policy.rule}`, { quorum: review.policy.quorum }) },
    ]} />
  );
}
