import { TextInput } from '@mantine/core';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from './reason-field.js';
import type { SavedForm } from './use-saved-form.js';
import classes from './draft.module.css';

const FIELDS = [{ name: 'teamNumber', maxLength: 80 }, { name: 'researcherId', maxLength: 80 }, { name: 'projectNumber', maxLength: 80 }] as const;

/** The fields of an export besides its files: team, researcher, project, reason and intent (R109-R111, R113). */
export function ExportForm({ saved, limits }: { saved: SavedForm; limits: TransferView['limits'] }): JSX.Element {
  const { t } = useTranslation('airlock');
  return (
    <div className={classes.form}>
      {FIELDS.map(({ name, maxLength }) => (
        <TextInput key={name} id={`field-${name}`} className={classes.short} label={t(`form.${name}`)} description={t(`form.${name}Help`)} required maxLength={maxLength} value={saved.form[name]} onChange={(event) => saved.change({ [name]: event.currentTarget.value })} />
      ))}
      <ReasonField direction="export" value={saved.form.reason} minLength={limits.minReasonLength} onChange={(reason) => saved.change({ reason })} />
    </div>
  );
}
