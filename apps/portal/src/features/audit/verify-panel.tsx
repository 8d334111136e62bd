import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { ResponseOf } from '@suimon/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProblemError } from '../../lib/problem-error.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { followRecord } from './follow.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

type Report = ResponseOf<typeof endpoints.audit.verify>;
/** The API names at most this many. */
const MOST_NAMED = 100;

/** The last verification of this session; asked for by hand only, because it reads the whole log. */
export const useVerification = (): UseQueryResult<Report, ProblemError> => useRead(endpoints.audit.verify, {}, { enabled: false });

/** Has every hash chain of the log recomputed. */
export function VerifyButton(): JSX.Element {
  const { t } = useTranslation('audit');
  const { data, isFetching, refetch } = useVerification();
  return <Button variant="default" loading={isFetching} onClick={() => void refetch()}>{data ? t('verify.again') : t('verify.action')}</Button>;
}

/** What came of the last verification; nothing before the first. */
export function VerifyReport({ names }: { names: Names }): JSX.Element {
  const { t } = useTranslation('audit');
  const { data, error, isFetching } = useVerification();
  return (
    <div role="status" className={classes.verify}>
      {isFetching ? <p>{t('verify.running')}</p> : error ? <ProblemNotice error={error} workIsSafe={t('verify.failedSafe')} /> : data && <Result report={data} names={names} />}
    </div>
  );
}

function Result({ report, names }: { report: Report; names: Names }): JSX.Element {
  const { t } = useTranslation('audit');
  const { number, dateTime } = useText();
  const counted = { events: number(report.events), streams: number(report.streams) };
  const at = <p className="sui-quiet">{t('verify.at', { at: dateTime(report.at) })}</p>;
  if (report.ok) return <Notice tone="done" title={t('verify.whole')}><p>{t('verify.wholeText', counted)}</p>{at}</Notice>;
  return (
    <Notice tone="blocked" title={t('verify.broken', { count: report.broken.length, number: number(report.broken.length) })}>
      <p>{t('verify.brokenText', counted)}</p>
      {report.broken.length >= MOST_NAMED && <p>{t('verify.more', { number: number(MOST_NAMED) })}</p>}
      <ul className={classes.broken}>{report.broken.map(({ kind, id, seq }) => <li key={`${kind}${id}${seq}`}><Link to={followRecord({ kind, id })}>{t('verify.place', { record: names.recordWithKind(kind, id), seq: number(seq) })}</Link></li>)}</ul>
      {at}
    </Notice>
  );
}
