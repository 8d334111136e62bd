import { Button, Radio, TextInput } from '@mantine/core';
import { FILE_ROLES, FILE_USES, endpoints } from '@suimon/contracts';
import type { TransferFileView, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Sha256 } from '../file-facts.js';
import type { Refusal } from './file-fits.js';
import { refusalOf } from './file-fits.js';
import shared from '../airlock.module.css';
import classes from './draft.module.css';

type Description = Pick<TransferFileView, 'role' | 'use' | 'note'>;

/** One file of a draft: its part, its use, a note; each choice is saved at once. */
export function DraftFile({ transfer, file }: { transfer: TransferView; file: TransferFileView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { bytes, denial } = useText();
  const describe = useCommand(endpoints.airlock.describeFile);
  const remove = useCommand(endpoints.airlock.removeFile);
  const [note, setNote] = useState(file.note);
  // What was just chosen is shown while it travels.
  const shown: Description = describe.isPending ? describe.variables.body : file;
  const save = (change: Partial<Description>): void => describe.mutate({ params: { id: transfer.id, fileId: file.id }, body: { role: shown.role, use: shown.use, note, ...change } });
  const misfit: Refusal | null = refusalOf(file.path, file.sizeBytes, transfer.limits);
  const asksUse = transfer.direction === 'export' && shown.role === 'output';
  const error = describe.error ?? remove.error;
  return (
    <li className={shared.row} id={`file-${file.id}`}>
      <div className={classes.fileHead}>
        <div><h3 className={shared.path}>{file.path}</h3><p className="sui-quiet">{bytes(file.sizeBytes)}</p></div>
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ params: { id: transfer.id, fileId: file.id } })}>{t('draft.remove')}<span className="sui-hidden">{t('upload.what', { path: file.path })}</span></Button>
      </div>
      {misfit && <p className={classes.refusal}>{denial(misfit.code, misfit.params).says} {denial(misfit.code, misfit.params).next}</p>}
      <div className={classes.choices}>
        <Radio.Group label={t('draft.role')} value={shown.role} onChange={(value) => save({ role: FILE_ROLES.find((role) => role === value) ?? file.role })}>
          <div className={classes.radios}>{FILE_ROLES.map((role) => <Radio key={role} value={role} label={t(`role.${role}`)} />)}</div>
        </Radio.Group>
        {asksUse && (
          <Radio.Group label={t('draft.use')} required value={shown.use ?? ''} onChange={(value) => save({ use: FILE_USES.find((use) => use === value) ?? null })}>
            <div className={classes.radios}>{FILE_USES.map((use) => <Radio key={use} value={use} label={t(`use.${use}`)} />)}</div>
          </Radio.Group>
        )}
      </div>
      <TextInput label={t('draft.note')} description={t('draft.noteHelp')} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} onBlur={() => { if (note !== file.note) save({ note }); }} />
      {error && <ProblemNotice error={error} />}
      {transfer.direction === 'import' && <Sha256 value={file.sha256} />}
    </li>
  );
}
