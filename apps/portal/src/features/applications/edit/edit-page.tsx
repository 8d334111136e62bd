import { endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../../../lib/problem-error.js';
import { useRead } from '../../../lib/queries.js';
import { RequireSession } from '../../../lib/session.js';
import { useText } from '../../../lib/text.js';
import { NotFoundPage } from '../../../routes/not-found-page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonPage } from '../../../ui/skeletons.js';
import { gapsOf } from '../gaps.js';
import { formSection, sectionNamed, WIZARD_SECTIONS } from '../sections.js';
import type { WizardSection } from '../sections.js';
import { CheckSection } from './check-section.js';
import { ClashNotice } from './clash-notice.js';
import { EditNav } from './edit-nav.js';
import { LockedDraft } from './locked-draft.js';
import { SaveLine } from './save-line.js';
import { SectionForm } from './section-form.js';
import { useDraft } from './use-draft.js';
import classes from './edit.module.css';

/** The wizard of one draft, a section a page. What is typed is saved as it is typed, across all pages. */
export function Component(): JSX.Element {
  return <RequireSession><EditPage /></RequireSession>;
}

function EditPage(): JSX.Element {
  const { id = '', section: text } = useParams();
  const section = sectionNamed(text);
  const { data: view, error, refetch } = useRead(endpoints.applications.one, { params: { id } });
  if (!section || (!view && codeOf(error) === 'not-found')) return <NotFoundPage />;
  if (!view) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <SkeletonPage />;
  return view.commands.edit === null ? <Editor key={id} view={view} section={section} /> : <LockedDraft view={view} />;
}

function Editor({ view: read, section }: { view: ApplicationView; section: WizardSection }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const draft = useDraft(read);
  const { view, proposal } = draft;
  const safe = formSection(view.form, section);
  const gaps = gapsOf(view.form, proposal);
  return (
    <div className="sui-stack">
      <PageHeader title={safe ? t('edit.safeTitle', { label: local(safe.label) }) : t(`section.${section}`)} back={{ to: `/applications/${view.id}`, label: proposal.title || t('untitled') }}
        lead={safe ? local(safe.help) : t(`sectionLead.${section}`)}>
        <span className="sui-quiet">{t('edit.step', { step: number(WIZARD_SECTIONS.indexOf(section) + 1), steps: number(WIZARD_SECTIONS.length) })}</span>
      </PageHeader>
      <div className={classes.columns}>
        <EditNav view={view} gaps={gaps} proposal={proposal} current={section} />
        <div className={`sui-stack ${classes.work}`}>
          <SaveLine draft={draft} />
          <ClashNotice draft={draft} />
          {section === 'check' ? <CheckSection draft={draft} gaps={gaps} /> : <SectionForm key={section} section={section} draft={draft} gaps={gaps.filter((gap) => gap.section === section)} />}
        </div>
      </div>
    </div>
  );
}
