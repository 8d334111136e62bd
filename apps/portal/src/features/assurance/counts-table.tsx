import { APPLICATION_STATUSES, PROJECT_STATUSES, TRANSFER_STATUSES, WORKSPACE_STATUSES } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { Overview } from './overview.js';
import classes from './assurance.module.css';

const STATUSES: Readonly<Record<string, readonly string[]>> = { application: APPLICATION_STATUSES, project: PROJECT_STATUSES, workspace: WORKSPACE_STATUSES, transfer: TRANSFER_STATUSES, standing: ['active', 'suspended'] };

/** Records by kind and state, in the order of the workflow. */
export function CountsTable({ counts }: { counts: Overview['counts'] }): JSX.Element {
  const { t, i18n } = useTranslation(['assurance', 'status', 'events']);
  const { number } = useText();
  const kinds = [...new Set([...Object.keys(STATUSES), ...counts.map(({ kind }) => kind)])].filter((kind) => counts.some((entry) => entry.kind === kind));
  if (kinds.length === 0) return <EmptyState title={t('counts.empty')} />;
  const rank = (kind: string, status: string): number => { const at = STATUSES[kind]?.indexOf(status) ?? -1; return at < 0 ? Number.MAX_SAFE_INTEGER : at; };
  const status = (kind: string, name: string): string => (kind === 'standing' ? t(`accounts.status.${name}`) : i18n.exists(`status:${kind}.${name}`) ? t(`status:${kind}.${name}`) : name);
  return (
    <div className={classes.counts}>
      {kinds.map((kind) => {
        const rows = counts.filter((entry) => entry.kind === kind).sort((a, b) => rank(kind, a.status) - rank(kind, b.status));
        return (
          <table key={kind} className={classes.count}>
            <caption>{i18n.exists(`events:kind.${kind}`) ? t(`events:kind.${kind}`) : kind}</caption>
            <thead className="sui-hidden"><tr><th scope="col">{t('counts.status')}</th><th scope="col">{t('counts.count')}</th></tr></thead>
            <tbody>{rows.map((row) => <tr key={row.status}><th scope="row">{status(kind, row.status)}</th><td>{number(row.count)}</td></tr>)}</tbody>
            <tfoot><tr><th scope="row">{t('counts.total')}</th><td>{number(rows.reduce((sum, { count }) => sum + count, 0))}</td></tr></tfoot>
          </table>
        );
      })}
    </div>
  );
}
