import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../lib/text.js';
import { outputsOf, stateOf } from './votes.js';
import classes from './review.module.css';

interface Folder { readonly name: string; readonly files: readonly TransferFileView[] }
/** Files by folder, in the order of their paths. The folder of a plain name is empty. */
export function foldersOf(files: readonly TransferFileView[]): readonly Folder[] {
  const folders = new Map<string, TransferFileView[]>();
  for (const file of files) {
    const name = file.path.split('/').slice(0, -1).join('/');
    folders.set(name, [...(folders.get(name) ?? []), file]);
  }
  return [...folders].map(([name, inside]) => ({ name, files: inside }));
}
/** While one votes: one's own vote. Afterwards: what all votes come to. */
const markOf = (file: TransferFileView, isVoting: boolean): string => {
  if (isVoting || file.role === 'supporting') return stateOf(file);
  if (file.votes.length === 0) return 'noVotes';
  return file.votes.every(({ vote }) => vote === 'approve') ? 'allApprove' : 'someChanges';
};
const nameOf = ({ path }: TransferFileView): string => path.split('/').at(-1) ?? path;

/** The files with where one stands on each, and how far one has come. */
export function ReviewFiles({ transfer, chosenId, onShortcuts }: { transfer: TransferView; chosenId: string; onShortcuts: () => void }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { number } = useText();
  const outputs = outputsOf(transfer);
  const done = outputs.filter((file) => stateOf(file) !== 'open').length;
  const isVoting = transfer.status === 'in_review';
  return (
    <nav aria-labelledby="review-files" className="sui-stack" style={{ '--gap': '0.75rem' }}>
      <h2 id="review-files" className={classes.paneTitle}>{t('review.files')}</h2>
      {isVoting && <div><progress className={classes.bar} aria-label={t('review.progressLabel')} max={Math.max(1, outputs.length)} value={done}>{done}</progress><p role="status" className="sui-quiet">{t('review.progress', { done: number(done), all: number(outputs.length) })}</p></div>}
      <ul className={classes.tree}>
        {foldersOf(transfer.files).map(({ name, files }) => (
          <li key={name}>
            {name !== '' && <p className={classes.folder}>{name}/</p>}
            <ul className={classes.tree}>
              {files.map((file) => (
                <li key={file.id}>
                  <Link to={`?file=${file.id}`} replace preventScrollReset className={classes.file} data-state={markOf(file, isVoting)} aria-current={file.id === chosenId ? 'true' : undefined}>
                    <span>{nameOf(file)}</span><span className={classes.fileState}>{t(`review.state.${markOf(file, isVoting)}`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {isVoting && <button type="button" className="sui-link-button" onClick={onShortcuts}>{t('keys.open')}</button>}
    </nav>
  );
}
