import { endpoints } from '@suimon/contracts';
import type { FilePreview as Preview, TransferFileView, TransferView } from '@suimon/contracts';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/api.js';
import type { ProblemError } from '../../../lib/problem-error.js';
import { FilePreview } from '../../../ui/file-preview.js';
import { Notice } from '../../../ui/notice.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonText } from '../../../ui/skeletons.js';
import { FileFacts } from '../file-facts.js';
import { useReasonText } from '../reason-text.js';

/** States in which sealed bytes can be looked at. */
const SHOWN: readonly TransferView['status'][] = ['in_review', 'consolidating', 'approved', 'releasing'];

function Content({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const reasonText = useReasonText();
  const { id, round } = transfer;
  // Sealed bytes do not change and each look at them is in the audit log, so neither a vote nor a notice makes this read again.
  const { data, error, refetch } = useQuery<Preview, ProblemError>({
    queryKey: ['sealed-preview', id, round, file.id, file.sha256], staleTime: Infinity,
    queryFn: ({ signal }) => call(endpoints.airlock.preview, { params: { id, fileId: file.id }, signal }),
  });
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonText lines={10} />;
  if (data.kind !== 'none') return <FilePreview name={file.path} preview={data} />;
  const { says, next } = reasonText(data.reason);
  return <Notice tone="closed" title={says}><p>{next}</p></Notice>;
}

/** The file as inert text, cells or pixels. */
export function ReviewPreview({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const { t } = useTranslation('airlock');
  return (
    <section id="review-preview" tabIndex={-1} data-focus-target="" className="sui-stack" style={{ '--gap': '0.75rem', minWidth: 0 }} aria-label={t('review.preview', { path: file.path })}>
      <FileFacts file={file} heading="h3" />
      {SHOWN.includes(transfer.status) ? <Content transfer={transfer} file={file} /> : <p className="sui-quiet">{t('review.previewGone')}</p>}
    </section>
  );
}
