import { Button, Modal, Textarea } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.js';

export interface ConfirmText {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly body: ReactNode;
  /** The button's words: the act itself, never "OK". */
  readonly action: string;
  /** When a reason must be typed. */
  readonly reason?: { readonly label: string; readonly help?: string; readonly minLength: number };
}
interface Props { readonly opened: boolean; readonly text: ConfirmText; readonly danger?: boolean; readonly onClose: () => void; readonly onConfirm: (reason: string) => Promise<unknown> | void }

/** Asks once. Closes when the act has succeeded; a refusal is shown inside and nothing typed is lost. */
export function ConfirmDialog({ opened, text, danger = false, onClose, onConfirm }: Props): JSX.Element {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const tooShort = text.reason !== undefined && reason.trim().length < text.reason.minLength;
  const close = (): void => { setTried(false); setError(null); onClose(); };
  const run = async (): Promise<void> => {
    setTried(true);
    if (tooShort || running) return;
    setRunning(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      setReason('');
      close();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={<strong>{text.title}</strong>} closeButtonProps={{ size: 44, 'aria-label': t('confirm.close') }}>
      <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={(event) => { event.preventDefault(); void run(); }} noValidate>
        {typeof text.body === 'string' ? <p>{text.body}</p> : text.body}
        {text.reason && (
          <Textarea label={text.reason.label} description={text.reason.help ?? t('confirm.atLeast', { count: text.reason.minLength })} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
            autosize minRows={3} maxRows={10} required data-autofocus error={tried && tooShort ? t('confirm.tooShort', { count: text.reason.minLength }) : undefined} />
        )}
        {error !== null && <ProblemNotice error={error} />}
        <div className="sui-row">
          <Button type="submit" loading={running} {...(danger ? { className: 'sui-danger' } : {})}>{text.action}</Button>
          <Button variant="default" onClick={close}>{t('confirm.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
