import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.js';
import { FileVote } from './file-vote.js';
import type { FileVoteHandle } from './file-vote.js';
import { ReviewContext } from './review-context.js';
import { ReviewEvidence } from './review-evidence.js';
import { ReviewFiles } from './review-files.js';
import { ReviewPreview } from './review-preview.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useChosenFile } from './use-chosen-file.js';
import { useShortcuts } from './use-shortcuts.js';
import classes from './review.module.css';

/** Files left, preview and vote in the middle, context and evidence right. */
export function ReviewDesk({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const [help, setHelp] = useState(false);
  const vote = useRef<FileVoteHandle>(null);
  const { chosen, step, goOn } = useChosenFile(transfer);
  const shortcuts = useShortcuts({ j: () => step(1), k: () => step(-1), a: () => vote.current?.approve(), c: () => vote.current?.requestChanges(), r: () => document.querySelector<HTMLElement>('#hand-in button')?.focus(), '?': () => setHelp(true) });
  if (!chosen) return <EmptyState title={t('files.none')} />;
  return (
    <div className={classes.desk}>
      <div className={classes.context}><ReviewContext transfer={transfer} /></div>
      <div className={classes.files}><ReviewFiles transfer={transfer} chosenId={chosen.id} onShortcuts={() => setHelp(true)} /></div>
      <div className={classes.middle}>
        <ReviewPreview key={`preview-${chosen.id}`} transfer={transfer} file={chosen} />
        <FileVote key={`vote-${chosen.id}-${transfer.round}`} ref={vote} transfer={transfer} file={chosen} onVoted={goOn} />
      </div>
      <div className={classes.evidence}><ReviewEvidence transfer={transfer} file={chosen} /></div>
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} enabled={shortcuts.enabled} onEnable={shortcuts.setEnabled} />
    </div>
  );
}
