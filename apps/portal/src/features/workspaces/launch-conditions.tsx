import type { LaunchView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { PageSection } from '../projects/page-section.js';
import classes from './workspaces.module.css';

type Condition = LaunchView['conditions'][number];

/** Where a condition is put right; nothing where only somebody else can. */
const remedyOf = (id: Condition['id'], projectId: string): string | undefined => {
  switch (id) {
    case 'project-active': case 'started': case 'joined': case 'terms': return `/projects/${projectId}`;
    case 'not-ended': case 'desktop-approved': return '/applications';
    case 'training': return '/preparation';
    case 'pledge': case 'rules-of-use': return `/preparation/agreements/${id}`;
    case 'session-level': return `/sign-in?next=${encodeURIComponent(`/projects/${projectId}/launch`)}`;
    case 'dataset-offered': return `/projects/${projectId}#datasets`;
    case 'not-suspended': case 'identity-level': return undefined;
  }
};

function ConditionRow({ condition, projectId }: { condition: Condition; projectId: string }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { local } = useText();
  const { id, met, says, next } = condition;
  const remedy = remedyOf(id, projectId);
  return (
    <li className={classes.condition} data-met={met}>
      <p className={classes.conditionName}><span className={classes.conditionState}>{met ? t('gate.met') : t('gate.unmet')}</span>{t(`gate.condition.${id}`)}</p>
      {!met && <p>{local(says)} {local(next)}</p>}
      {!met && remedy && <p><Link to={remedy} className={classes.remedy}>{t(`gate.remedy.${id}`)}</Link></p>}
    </li>
  );
}

/** Every condition, met or not, in the order of the policy. What is missing comes with its remedy. */
export function LaunchConditions({ launch, projectId }: { launch: LaunchView; projectId: string }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const missing = launch.conditions.filter(({ met }) => !met).length;
  return (
    <PageSection id="conditions" title={t('gate.title')}>
      <p role="status"><strong>{missing === 0 ? t('gate.all', { count: launch.conditions.length }) : t('gate.missing', { count: missing })}</strong></p>
      <ul className={classes.conditions} data-all-met={missing === 0}>{launch.conditions.map((condition) => <ConditionRow key={condition.id} condition={condition} projectId={projectId} />)}</ul>
    </PageSection>
  );
}
