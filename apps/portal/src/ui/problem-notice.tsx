import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../lib/problem-error.js';
import { useText } from '../lib/text.js';
import { Notice } from './notice.js';
import { PlainButton } from './plain-button.js';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What became of the reader's work, when the page knows better than "what was saved is safe". */
  readonly workIsSafe?: string;
}

/** What happened, whether one's work is safe, and what to do now. */
export function ProblemNotice({ error, onRetry, workIsSafe }: Props): JSX.Element {
  const { t } = useTranslation('ui');
  const { denial } = useText();
  const problem = error instanceof ProblemError ? error.problem : null;
  const unreachable = problem?.status === 0;
  const said = unreachable ? { says: t('problem.unreachable'), next: t('problem.unreachableNext') } : denial(problem?.code ?? 'unexpected', problem?.params);
  return (
    <Notice tone="blocked" title={said.says} live>
      <p>{said.next}</p>
      <p>{workIsSafe ?? t('problem.safe')}</p>
      {problem && problem.errors.length > 0 && <ul>{problem.errors.map((entry) => <li key={entry.path}>{entry.path}: {entry.message}</li>)}</ul>}
      {problem?.requestId && <p className="sui-quiet">{t('problem.requestId', { id: problem.requestId })}</p>}
      {onRetry && <div><PlainButton look="outline" onClick={onRetry}>{t('problem.retry')}</PlainButton></div>}
    </Notice>
  );
}
