import type { TransferFormShape, TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '../../../lib/session.js';
import { signedIn, useMe } from '../../../lib/session.js';
import { SkeletonList } from '../../../ui/skeletons.js';
import { PageSection } from '../../projects/page-section.js';
import { DraftFiles } from './draft-files.js';
import { ExportForm } from './export-form.js';
import { ImportForm } from './import-form.js';
import { RefusedFiles } from './refused-files.js';
import { SaveLine } from './save-line.js';
import { SubmitPanel } from './submit-panel.js';
import { UploadArea } from './upload-area.js';
import { useSavedForm } from './use-saved-form.js';

/** What the platform knows already and the form still lacks (R109-R111). */
function knownFields({ form, direction, projectNumber }: TransferView, person: Person): Partial<TransferFormShape> {
  if (direction === 'import') return {};
  return {
    ...(form.teamNumber === '' && person.teamNumber !== '' ? { teamNumber: person.teamNumber } : {}),
    ...(form.researcherId === '' && person.researcherId !== '' ? { researcherId: person.researcherId } : {}),
    ...(form.projectNumber === '' ? { projectNumber } : {}),
  };
}

function Editor({ transfer, person }: { transfer: TransferView; person: Person }): JSX.Element {
  const { t } = useTranslation('airlock');
  const saved = useSavedForm(transfer, knownFields(transfer, person));
  const isImport = transfer.direction === 'import';
  return (
    <>
      <p>{t(`draft.${transfer.direction}.lead`)} <Link to="/help/airlock">{t('list.help')}</Link></p>
      <PageSection id="files" title={t('draft.files')} lead={t(`draft.${transfer.direction}.files`)}>
        {isImport && <UploadArea transfer={transfer} />}
        <DraftFiles transfer={transfer} />
        <RefusedFiles transfer={transfer} />
      </PageSection>
      <PageSection id="declaration" title={t(`draft.${transfer.direction}.declaration`)}>
        {isImport ? <ImportForm saved={saved} limits={transfer.limits} /> : <ExportForm saved={saved} limits={transfer.limits} />}
        <SaveLine saved={saved} />
      </PageSection>
      <SubmitPanel transfer={transfer} saved={saved} />
    </>
  );
}

/** The request while it is the requester's: files, declaration, submission. Saved as typed. */
export function DraftEditor({ transfer }: { transfer: TransferView }): JSX.Element {
  const { data: me } = useMe();
  const person = signedIn(me);
  return person ? <Editor transfer={transfer} person={person} /> : <SkeletonList rows={3} />;
}
