import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { VerifyButton, useVerification } from '../audit/verify-panel.js';
import { Block } from './block.js';

/** ログの活用: what the log is worth is known by recomputing it. */
export function LogsBlock(): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number, dateTime } = useText();
  const { data: me } = useMe();
  const { data, isFetching } = useVerification();
  const mayRead = holdsRole(me, 'auditor', 'security');
  const state = isFetching ? { tone: 'moving', says: t('block.logs.running') } as const
    : !data ? { tone: 'closed', says: t('block.logs.unverified') } as const
    : data.ok ? { tone: 'done', says: t('block.logs.whole') } as const : { tone: 'blocked', says: t('block.logs.broken') } as const;
  const facts = [t('block.logs.appended'), ...(data ? [t('block.logs.verified', { events: number(data.events), streams: number(data.streams), at: dateTime(data.at) })] : [mayRead ? t('block.logs.notVerified') : t('block.logs.notYours')])];
  return (
    <Block id="logs" state={state} facts={facts} open={data && !data.ok ? [{ to: '/audit', text: t('block.logs.openBroken', { count: data.broken.length, number: number(data.broken.length) }) }] : []}
      links={mayRead ? [{ to: '/audit', text: t('block.logs.read') }, { to: '/audit?type=session.audit-read', text: t('block.logs.readers') }] : []}>
      {mayRead && <div><VerifyButton /></div>}
    </Block>
  );
}
