import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { CommandButton } from '../../../ui/command-button.js';
import { CoolingOff } from './cooling-off.js';
import { HandIn } from './hand-in.js';
import { approvalParams } from './votes.js';
import { VotesTable } from './votes-table.js';
import classes from './review.module.css';

/** Approve, send back or reject; each asks once. The reason goes to the requester. */
function Decide({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes } = useText();
  const approve = useCommand(endpoints.airlock.approve);
  const sendBack = useCommand(endpoints.airlock.sendBack);
  const reject = useCommand(endpoints.airlock.reject);
  const { id, version, commands, files, totalBytes, direction } = transfer;
  const args = { params: { id }, ifMatch: version };
  const reason = { label: t('decide.reason'), help: t('decide.reasonHelp'), minLength: 10 };
  return (
    <section className={classes.decision} aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide.title')}</h2>
      <VotesTable transfer={transfer} />
      <div className={classes.acts}>
        <CommandButton commands={commands} name="approve" params={approvalParams(transfer)} confirm={{ title: t(`decide.approve.title.${direction}`), body: <><p>{t('decide.approve.what', { count: files.filter(({ role }) => role === 'output').length, size: bytes(totalBytes) })}</p><p>{t('decide.approve.body')}</p></>, action: t('decide.approve.action') }} onRun={() => approve.mutateAsync({ ...args, body: {} })}>{t('decide.approve.action')}</CommandButton>
        <CommandButton commands={commands} name="sendBack" variant="default" confirm={{ title: t('decide.sendBack.title'), body: t('decide.sendBack.body'), action: t('decide.sendBack.action'), reason }} onRun={(text) => sendBack.mutateAsync({ ...args, body: { reason: text } })}>{t('decide.sendBack.action')}</CommandButton>
        <CommandButton commands={commands} name="reject" danger confirm={{ title: t('decide.reject.title'), body: t('decide.reject.body'), action: t('decide.reject.action'), reason }} onRun={(text) => reject.mutateAsync({ ...args, body: { reason: text } })}>{t('decide.reject.action')}</CommandButton>
      </div>
    </section>
  );
}

/** What a reviewer can do with the whole request in its present state. */
export function ReviewDecision({ transfer }: { transfer: TransferView }): JSX.Element | null {
  if (transfer.status === 'in_review') return <HandIn transfer={transfer} />;
  if (transfer.status === 'approved') return <CoolingOff transfer={transfer} />;
  return transfer.status === 'consolidating' ? <Decide transfer={transfer} /> : null;
}
