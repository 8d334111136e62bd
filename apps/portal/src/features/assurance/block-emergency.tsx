import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { Block } from './block.js';
import type { Overview } from './overview.js';
import { countOf } from './overview.js';

/** 緊急対応: what can be cut off from here, and what is cut off now. */
export function EmergencyBlock({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const { data: me } = useMe();
  const people = countOf(overview, 'standing', 'suspended');
  const projects = countOf(overview, 'project', 'suspended');
  const running = countOf(overview, 'workspace', 'starting', 'ready');
  return (
    <Block id="emergency"
      state={people + projects > 0 ? { tone: 'blocked', says: t('block.emergency.inForce') } : { tone: 'closed', says: t('block.emergency.none') }}
      facts={[t('block.emergency.means'), t('block.emergency.running', { count: running, number: number(running) }), t('block.emergency.suspended', { people: number(people), projects: number(projects) })]}
      open={people > 0 ? [{ to: '/accounts?status=suspended', text: t('block.emergency.openPeople', { count: people, number: number(people) }) }] : []}
      links={[{ to: '#fleet', text: t('block.emergency.toFleet') }, { to: '/accounts', text: t('block.emergency.toAccounts') }, ...(holdsRole(me, 'security', 'auditor') ? [{ to: '/projects', text: t('block.emergency.toProjects') }] : [])]} />
  );
}
