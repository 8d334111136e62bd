import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { DataList } from '../../ui/data-list.js';
import type { Column } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Badge } from '../../ui/status-badge.js';
import { followPerson } from '../audit/follow.js';
import { AccountActs } from './account-acts.js';
import type { Account } from './account-list.js';
import { LOWEST_IDENTITY_LEVEL } from './identity-level.js';
import classes from './assurance.module.css';

/** One account a row; suspending and reinstating where the API allows it. */
export function AccountTable({ rows, state }: { rows: readonly Account[]; state: ListState }): JSX.Element {
  const { t } = useTranslation(['assurance', 'shell', 'ui']);
  const { local, number } = useText();
  const { data: me } = useMe();
  const mayFollow = holdsRole(me, 'auditor', 'security');
  const mayAct = rows.some(({ commands }) => commands.suspend === null || commands.reinstate === null);
  const roles = (account: Account): string => account.roles.map((role) => t(`shell:roles.${role}`)).join(t('shell:listComma'));
  const columns: Column<Account>[] = [
    { id: 'name', header: t('accounts.name'), sortBy: ({ displayName }) => local(displayName), cell: ({ displayName, login }) => <>{local(displayName)}<br /><span className={`sui-quiet ${classes.login}`}>{login}</span></> },
    { id: 'organisation', header: t('accounts.organisation'), sortBy: ({ organisation }) => local(organisation), cell: ({ organisation }) => local(organisation) },
    { id: 'roles', header: t('accounts.roles'), sortBy: roles, cell: roles },
    { id: 'ial', header: t('accounts.ial'), sortBy: ({ ial }) => ial, cell: ({ ial }) => (ial < LOWEST_IDENTITY_LEVEL ? t('accounts.ialLow', { level: number(ial) }) : t('accounts.ialLevel', { level: number(ial) })) },
    { id: 'status', header: t('accounts.standing'), sortBy: ({ status }) => status, cell: ({ status }) => <Badge tone={status === 'active' ? 'done' : 'blocked'}>{t(`accounts.status.${status}`)}</Badge> },
    ...(mayFollow ? [{ id: 'log', header: t('accounts.log'), cell: (account: Account) => <Link to={followPerson(account.id)} className={classes.target ?? ''}>{t('accounts.follow')}<span className="sui-hidden">{t('accounts.followOf', { person: local(account.displayName) })}</span></Link> }] : []),
    ...(mayAct ? [{ id: 'act', header: t('accounts.act'), cell: (account: Account) => <AccountActs account={account} /> }] : []),
  ];
  return <div className={classes.list}><DataList caption={t('accounts.title')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} empty={<EmptyState title={t('accounts.none')}><button type="button" className="sui-link-button" onClick={state.clear}>{t('ui:list.clear')}</button></EmptyState>} /></div>;
}
