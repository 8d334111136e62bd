import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';
import { PageSection } from './page-section.js';

/** What the committee approved: number, period, way of use, conditions. */
export function ProjectFacts({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local, date } = useText();
  const { lead, useClass, conditions, applicationId } = project;
  return (
    <PageSection id="approved" title={t('facts.title')}>
      <KeyValue pairs={[
        { label: t('facts.number'), value: project.number },
        { label: t('facts.period'), value: t('period', { from: date(project.startsOn), to: date(project.endsOn) }) },
        { label: t('facts.lead'), value: t('facts.leadIs', { name: local(lead.displayName), organisation: local(lead.organisation) }) },
        { label: t('facts.useClass'), value: t(`useClass.${useClass}`) },
        { label: t('facts.conditions'), value: conditions || t('facts.noConditions') },
        { label: t('facts.application'), value: <Link to={`/applications/${applicationId}`}>{t('facts.toApplication')}</Link> },
      ]} />
    </PageSection>
  );
}
