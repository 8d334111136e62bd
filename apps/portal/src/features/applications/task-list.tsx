import type { ApplicationView } from '@suimon/contracts';
import { FIVE_SAFES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../lib/session.js';
import type { Gap } from './gaps.js';
import type { SectionState } from './section-state.js';
import { sectionState, useSectionName } from './section-state.js';
import { editHref } from './sections.js';
import type { WizardSection } from './sections.js';
import classes from './applications.module.css';

const GROUPS: readonly { readonly id: 'outline' | 'safes' | 'submit'; readonly sections: readonly WizardSection[] }[] = [
  { id: 'outline', sections: ['basics', 'datasets', 'members'] }, { id: 'safes', sections: FIVE_SAFES }, { id: 'submit', sections: ['check'] },
];

/** A draft as a list of tasks, each with its state; nothing has to be done in order. */
export function TaskList({ view, gaps }: { view: ApplicationView; gaps: readonly Gap[] }): JSX.Element {
  const { t } = useTranslation('applications');
  const { data: me } = useMe();
  const nameOf = useSectionName(view.form);
  const done = GROUPS.flatMap(({ sections }) => sections).filter((section) => sectionState(section, gaps, view.proposal) === 'done').length;
  return (
    <section className={`sui-stack ${classes.narrow}`} aria-labelledby="tasks-title">
      <div className="sui-stack" style={{ '--gap': '0.5rem' }}><h2 id="tasks-title">{t('tasks.title')}</h2><p>{t('tasks.lead', { done })}</p></div>
      {GROUPS.map(({ id, sections }) => (
        <section key={id} aria-labelledby={`tasks-${id}`}>
          <h3 id={`tasks-${id}`}>{t(`tasks.${id}`)}</h3>
          <ul className={classes.tasks}>
            {id === 'submit' && <Task to="/preparation" name={t('tasks.preparation')} state={me?.preparationDone ? 'done' : 'open'} doneKey="completed" />}
            {sections.map((section) => <Task key={section} to={editHref(view.id, section)} name={nameOf(section)} state={sectionState(section, gaps, view.proposal)} />)}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Task({ to, name, state, doneKey = 'done' }: { to: string; name: string; state: SectionState | null; doneKey?: 'done' | 'completed' }): JSX.Element {
  const { t } = useTranslation('applications');
  return <li><Link to={to} className={classes.task}><span className={classes.taskName}>{name}</span>{state && <span className={classes.taskState} data-state={state}>{t(`state.${state === 'done' ? doneKey : state}`)}</span>}</Link></li>;
}
