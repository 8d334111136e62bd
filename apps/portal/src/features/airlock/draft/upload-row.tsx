import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import type { Upload } from './upload-queue.js';
import shared from '../airlock.module.css';
import classes from './draft.module.css';

/** One upload: progress and cancel, or the refusal and what to do. */
export function UploadRow({ upload, onDrop, onAgain }: { upload: Upload; onDrop: () => void; onAgain: () => void }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes, denial, number } = useText();
  const { path, file, state, sentBytes, refusal } = upload;
  const said = refusal && denial(refusal.code, refusal.params);
  // A refused name says what is wrong with it.
  const problem = refusal?.code === 'file-name-not-accepted' && typeof refusal.params['problem'] === 'string' ? t(`pathProblem.${refusal.params['problem']}`) : '';
  const percent = file.size === 0 ? 0 : Math.min(100, Math.round((sentBytes / file.size) * 100));
  return (
    <li className={classes.upload} data-state={state}>
      <p className={shared.path}>{path}</p>
      {state === 'failed' && said
        ? <p role="alert" className={classes.refusal}>{said.says} {problem} {said.next}</p>
        : <><progress className={classes.bar} aria-label={t('upload.progress', { path })} max={100} value={percent}>{percent}%</progress><p className="sui-quiet">{state === 'waiting' ? t('upload.waiting') : percent === 100 ? t('upload.receiving') : t('upload.sent', { percent: number(percent), sent: bytes(sentBytes), size: bytes(file.size) })}</p></>}
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>
        {state === 'failed' && refusal?.code === 'upload-interrupted' && <Button variant="default" onClick={onAgain}>{t('upload.again')}<span className="sui-hidden">{t('upload.what', { path })}</span></Button>}
        <Button variant="default" onClick={onDrop}>{state === 'failed' ? t('upload.dismiss') : t('upload.cancel')}<span className="sui-hidden">{t('upload.what', { path })}</span></Button>
      </div>
    </li>
  );
}
