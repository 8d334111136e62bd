import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../ui/command-button.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useDownload } from './use-download.js';

/** One file to fetch, with how often it still may be. */
export function DownloadFile({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { state, download } = useDownload(transfer.id, file);
  const left = file.downloadsLeft;
  const limit = transfer.limits.downloadsPerPerson;
  // The count is per file, the record's verdict per request: a spent file says so before it is asked for.
  const commands = left === 0 && transfer.commands.download === null ? { download: 'download-limit-reached' as const } : transfer.commands;
  return (
    <div className="sui-stack" style={{ '--gap': '0.5rem' }}>
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>
        <CommandButton commands={commands} name="download" params={{ limit }} pending={state.name === 'running'} onRun={download}>{t('released.download')}<span className="sui-hidden">{t('released.downloadWhat', { path: file.path })}</span></CommandButton>
        {left !== null && left > 0 && <span>{t('released.left', { count: left, limit })}</span>}
      </div>
      <div role="status">{state.name === 'saved' && <p>{state.checked ? t('released.saved') : t('released.savedUnchecked')}</p>}</div>
      {state.name === 'mismatch' && <Notice tone="blocked" title={t('released.mismatch')} live><p>{t('released.mismatchText')}</p></Notice>}
      {state.name === 'failed' && <ProblemNotice error={state.error} />}
    </div>
  );
}
