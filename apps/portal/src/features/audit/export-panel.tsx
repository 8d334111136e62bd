import { Button } from '@mantine/core';
import type { AuditEntry } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { readEntries, saveEntries } from './audit-export.js';
import type { AuditQuery } from './audit-query.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

/** A browser holds this much without trouble; more is narrowed by date. */
const MOST_PAGES = 400;
interface Props { readonly query: AuditQuery; readonly shown: readonly AuditEntry[]; readonly total: number; readonly pageSize: number; readonly tell: (entry: AuditEntry) => string; readonly names: Names; /** Buttons that stand beside. */ readonly children?: ReactNode }

/** Saves what is shown, or all that the filter finds, as CSV made in the browser. */
export function ExportPanel({ query, shown, total, pageSize, tell, names, children }: Props): JSX.Element {
  const { t } = useTranslation('audit');
  const { number } = useText();
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stopper = useRef<AbortController | null>(null);
  const pages = Math.ceil(total / Math.max(1, pageSize));
  const saveAll = async (): Promise<void> => {
    const control = new AbortController();
    stopper.current = control;
    setError(null);
    setDone(0);
    try {
      saveEntries(await readEntries(query, pages, control.signal, setDone), tell, names);
    } catch (thrown) {
      if (!control.signal.aborted) setError(thrown);
    } finally {
      setDone(null);
    }
  };
  return (
    <div className={classes.export}>
      {done === null ? (
        <div className="sui-row">
          {children}
          <Button variant="default" onClick={() => saveEntries(shown, tell, names)}>{t('export.page', { count: shown.length, number: number(shown.length) })}</Button>
          {pages > 1 && pages <= MOST_PAGES && <Button variant="default" onClick={() => void saveAll()}>{t('export.all', { count: total, number: number(total) })}</Button>}
          {pages > MOST_PAGES && <p className="sui-quiet">{t('export.tooMany', { number: number(MOST_PAGES * pageSize) })}</p>}
        </div>
      ) : (
        <div className="sui-row">
          <progress className={classes.bar} aria-label={t('export.progress')} max={pages} value={done} />
          <span role="status">{t('export.reading', { done: number(Math.min(total, done * pageSize)), all: number(total) })}</span>
          <Button variant="default" onClick={() => stopper.current?.abort()}>{t('export.stop')}</Button>
        </div>
      )}
      {error !== null && <ProblemNotice error={error} workIsSafe={t('export.failedSafe')} onRetry={() => void saveAll()} />}
    </div>
  );
}
