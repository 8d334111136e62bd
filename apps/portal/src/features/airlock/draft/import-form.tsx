import { Checkbox, TextInput, Textarea } from '@mantine/core';
import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnCheck } from './own-check.js';
import { ReasonField } from './reason-field.js';
import type { SavedForm } from './use-saved-form.js';
import classes from './draft.module.css';

/** What an import declares: one's own virus check, where the files come from, under which licence, and why (R098-R100). */
export function ImportForm({ saved, limits }: { saved: SavedForm; limits: TransferView['limits'] }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { form, change } = saved;
  return (
    <div className={classes.form}>
      <OwnCheck value={form.ownCheck} onChange={(ownCheck) => change({ ownCheck })} />
      <Textarea id="field-provenance" label={t('form.provenance')} description={t('form.provenanceHelp')} required autosize minRows={2} maxRows={10} maxLength={4000} value={form.provenance} onChange={(event) => change({ provenance: event.currentTarget.value })} />
      <TextInput id="field-licence" label={t('form.licence')} description={t('form.licenceHelp')} required maxLength={400} value={form.licence} onChange={(event) => change({ licence: event.currentTarget.value })} />
      <Checkbox id="field-notAlreadyInside" label={t('form.notAlreadyInside')} description={t('form.notAlreadyInsideHelp')} checked={form.notAlreadyInside} onChange={(event) => change({ notAlreadyInside: event.currentTarget.checked })} />
      <ReasonField direction="import" value={form.reason} minLength={limits.minReasonLength} onChange={(reason) => change({ reason })} />
    </div>
  );
}
