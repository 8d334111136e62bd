import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { TIME_ZONE } from '../../../lib/formats.js';
import { codeOf, ProblemError } from '../../../lib/problem-error.js';
import { signInHref } from '../../../lib/session.js';
import { useText } from '../../../lib/text.js';
import type { SaveState } from './draft-keeper.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

const clockTime = (at: number, language: string): string => new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: TIME_ZONE }).format(at);

/** Says at all times where the words are: on their way, saved at, or kept here because saving failed. Only trouble and its end are read out. */
export function SaveLine({ draft }: { draft: Draft }): JSX.Element {
  const { t } = useTranslation('applications');
  const { language } = useText();
  const { state } = draft;
  return (
    <div className={classes.save} data-state={state.kind}>
      {state.kind === 'untouched' && <p>{t('save.untouched')}</p>}
      {state.kind === 'saving' && <p>{t('save.saving')}</p>}
      {state.kind === 'saved' && <p><span aria-hidden="true">✓ </span>{t('save.saved', { time: clockTime(state.at, language) })}</p>}
      {(state.kind === 'failed' || state.kind === 'refused') && <Trouble state={state} onRetry={() => void draft.flush()} />}
    </div>
  );
}

function Trouble({ state, onRetry }: { state: Extract<SaveState, { error: unknown }>; onRetry: () => void }): JSX.Element {
  const { t } = useTranslation(['applications', 'ui']);
  const { denial } = useText();
  const { pathname } = useLocation();
  const { error } = state;
  const code = codeOf(error) ?? 'unexpected';
  const unreachable = error instanceof ProblemError && error.unreachable;
  const signedOut = code === 'sign-in-required' || code === 'second-factor-required';
  return (
    <div className="sui-row" style={{ '--gap': '0.25rem 1rem' }}>
      <div role="alert">
        <p><strong>{t('save.failed')}</strong></p>
        <p>{unreachable ? t('save.unreachable') : denial(code, error instanceof ProblemError ? error.problem.params : {}).says} {state.kind === 'failed' ? t('save.willRetry') : signedOut ? '' : denial(code).next}</p>
      </div>
      {signedOut ? <Link to={signInHref(pathname)}>{t('save.signIn')}</Link> : <Button variant="default" onClick={onRetry}>{t('save.retry')}</Button>}
    </div>
  );
}
