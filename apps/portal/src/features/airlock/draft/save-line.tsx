import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import type { SavedForm } from './use-saved-form.js';

/** Whether what was typed is safe. */
export function SaveLine({ saved }: { saved: SavedForm }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { state, flush } = saved;
  return (
    <div className="sui-stack" style={{ '--gap': '0.5rem' }}>
      <p role="status" className="sui-quiet">{state.name === 'failed' ? t('save.failed') : t(`save.${state.name}`)}</p>
      {state.name === 'failed' && <><ProblemNotice error={state.error} workIsSafe={t('save.kept')} /><div><Button variant="default" onClick={() => void flush().catch(() => undefined)}>{t('save.again')}</Button></div></>}
    </div>
  );
}
