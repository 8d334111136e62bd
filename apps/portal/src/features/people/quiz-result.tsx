import type { Preparation } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';

type Passed = NonNullable<Preparation['training'][number]['passed']>;

/** What a passed quiz gives: the score, until when it counts, where to go on. */
export function QuizResult({ passed, questions }: { passed: Passed; questions: number }): JSX.Element {
  const { t } = useTranslation('people');
  const { date } = useText();
  return (
    <Notice tone="done" title={t('training.passed')} live>
      <p>{t('training.score', { score: passed.score, questions, until: date(passed.validUntil) })}</p>
      <p><Link to="/preparation">{t('training.goOn')}</Link></p>
    </Notice>
  );
}
