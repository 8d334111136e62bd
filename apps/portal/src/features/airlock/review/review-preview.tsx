import { endpoints } from '@suimon/contracts';
import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.js';
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
  const { data, error, refetch } = useRead(endpoints.airlock.preview, { params: { id: transfer.id, fileId: file.id } });
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
