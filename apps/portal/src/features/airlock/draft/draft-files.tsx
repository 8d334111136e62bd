import { Button } from '@mantine/core';
import { FILE_ROLES, FILE_USES, endpoints } from '@suimon/contracts';
import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { LimitsText } from '../limits-text.js';
import { DraftFile } from './draft-file.js';
import shared from '../airlock.module.css';
import classes from './draft.module.css';

/** Marks all unmarked files of an export at once. */
function MarkAll({ transfer, unmarked }: { transfer: TransferView; unmarked: readonly TransferFileView[] }): JSX.Element {
  const { t } = useTranslation('airlock');
  const describe = useCommand(endpoints.airlock.describeFile);
  const mark = async (use: 'external' | 'publication'): Promise<void> => {
    for (const { id, role, note } of unmarked) await describe.mutateAsync({ params: { id: transfer.id, fileId: id }, body: { role, use, note } });
  };
  return (
    <div className="sui-stack" style={{ '--gap': '0.5rem' }}>
      <p>{t('draft.unmarked', { count: unmarked.length })}</p>
      <div className="sui-row" style={{ '--gap': '0.75rem' }}>{(['external', 'publication'] as const).map((use) => <Button key={use} variant="default" loading={describe.isPending} onClick={() => void mark(use).catch(() => undefined)}>{t(`draft.markAll.${use}`)}</Button>)}</div>
      {describe.error && <ProblemNotice error={describe.error} />}
    </div>
  );
}

/** The files of a draft, each with what it is for. */
export function DraftFiles({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes } = useText();
  const { files, direction, totalBytes, limits } = transfer;
  const unmarked = direction === 'export' ? files.filter(({ role, use }) => role === 'output' && use === null) : [];
  if (files.length === 0) return <><EmptyState title={t(`draft.${direction}.noFiles`)}><p>{t(`draft.${direction}.noFilesText`)}</p></EmptyState>{direction === 'export' && <LimitsText limits={limits} />}</>;
  return (
    <>
      <p role="status"><strong>{t('draft.count', { count: files.length, size: bytes(totalBytes) })}</strong></p>
      <dl className={classes.words}>{FILE_ROLES.map((role) => <div key={role}><dt>{t(`role.${role}`)}</dt><dd>{t(`draft.roleHelp.${direction}.${role}`)}</dd></div>)}{direction === 'export' && FILE_USES.map((use) => <div key={use}><dt>{t(`use.${use}`)}</dt><dd>{t(`draft.useHelp.${use}`)}</dd></div>)}</dl>
      {unmarked.length > 1 && <MarkAll transfer={transfer} unmarked={unmarked} />}
      <ul className={shared.rows}>{files.map((file) => <DraftFile key={file.id} transfer={transfer} file={file} />)}</ul>
      {direction === 'export' && <LimitsText limits={limits} />}
    </>
  );
}
