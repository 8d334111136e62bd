import { Button } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { DenialCode, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Notice } from '../../../ui/notice.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { PageSection } from '../../projects/page-section.js';
import type { SavedForm } from './use-saved-form.js';

/** Where on the page a refusal is put right. */
const PLACE: Partial<Record<DenialCode, string>> = {
  'no-output-file': 'files', 'file-type-not-allowed': 'files', 'file-too-large': 'files', 'request-too-large': 'files', 'file-use-missing': 'files',
  'transfer-reason-too-short': 'field-reason', 'team-number-mismatch': 'field-teamNumber', 'researcher-id-mismatch': 'field-researcherId', 'project-number-mismatch': 'field-projectNumber', 'import-declaration-missing': 'field-ownCheck',
};
const goTo = (id: string): void => {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  (place?.matches('input, textarea, section') ? place : place?.querySelector<HTMLElement>('input'))?.focus({ preventScroll: true });
};

/** What is still missing, as the API judges what is saved, or the submission itself: it seals the bytes. */
export function SubmitPanel({ transfer, saved }: { transfer: TransferView; saved: SavedForm }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { denial, bytes } = useText();
  const submit = useCommand(endpoints.airlock.submit);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { id, commands, submitParams, files, totalBytes, direction } = transfer;
  const code = commands.submit;
  const missing = code === null ? null : denial(code, submitParams);
  const place = code === null ? undefined : PLACE[code];
  const ask = (): void => { setError(null); saved.flush().then(() => setAsking(true), setError); };
  const run = async (): Promise<void> => { await saved.flush(); await submit.mutateAsync({ params: { id }, body: {} }); };
  return (
    <PageSection id="submit" title={t('submit.title')} lead={t(`submit.lead.${direction}`)}>
      <div role="status">
        {missing && (
          <Notice tone="waits" title={t('submit.missing')}>
            <p>{missing.says} {missing.next}</p>
            {typeof submitParams.file === 'string' && <p><code>{submitParams.file}</code></p>}
            {place && <div><button type="button" className="sui-link-button" onClick={() => goTo(place)}>{t('submit.goThere')}</button></div>}
          </Notice>
        )}
        {!missing && <p>{t('submit.complete')}</p>}
      </div>
      {error !== null && <ProblemNotice error={error} workIsSafe={t('save.kept')} />}
      {!missing && <div><Button loading={saved.state.name === 'saving'} onClick={ask}>{t('submit.action')}</Button></div>}
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={run} text={{ title: t('submit.confirm'), body: <><p>{t('submit.sealed')}</p><p>{t('submit.what', { count: files.length, size: bytes(totalBytes) })}</p></>, action: t('submit.action') }} />
    </PageSection>
  );
}
