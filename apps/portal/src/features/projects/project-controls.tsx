import { endpoints } from '@suimon/contracts';
import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/queries.js';
import { CommandButton } from '../../ui/command-button.js';
import { PageSection } from './page-section.js';

const ACTS = ['suspend', 'resume', 'close'] as const;

/** Suspending, resuming and closing: each asks once, with a reason that members read in the timeline. */
export function ProjectControls({ project }: { project: ProjectView }): JSX.Element | null {
  const { t } = useTranslation('projects');
  const commands = { suspend: useCommand(endpoints.projects.suspend), resume: useCommand(endpoints.projects.resume), close: useCommand(endpoints.projects.close) };
  const open = ACTS.filter((act) => project.commands[act] === null);
  if (open.length === 0) return null;
  return (
    <PageSection id="controls" title={t(open.every((act) => act === 'close') ? 'controls.closing' : 'controls.title')}>
      <ul className="sui-stack" style={{ '--gap': '1.25rem', listStyle: 'none', margin: 0, padding: 0 }}>
        {open.map((act) => (
          <li key={act} className="sui-stack" style={{ '--gap': '0.5rem' }}>
            <p>{t(`controls.${act}.text`)}</p>
            <CommandButton commands={project.commands} name={act} danger={act !== 'resume'} pending={commands[act].isPending}
              confirm={{ title: t(`controls.${act}.confirm`, { number: project.number }), body: t(`controls.${act}.body`), action: t(`controls.${act}.action`), reason: { label: t('controls.reason'), help: t('controls.reasonHelp'), minLength: 10 } }}
              onRun={(reason) => commands[act].mutateAsync({ params: { id: project.id }, body: { reason }, ifMatch: project.version })}>
              {t(`controls.${act}.action`)}
            </CommandButton>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
