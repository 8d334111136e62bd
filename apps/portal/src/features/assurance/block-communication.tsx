import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { Block } from './block.js';
import type { Overview } from './overview.js';
import { silent } from './overview.js';
import { useServiceWords } from './service-words.js';

/** How this very page came here; known for sure, unlike what lies between. */
const ownRoute = (): 'https' | 'thisMachine' | 'http' => (window.location.protocol === 'https:' ? 'https' : window.isSecureContext ? 'thisMachine' : 'http');

/** 通信環境: the only way into a workspace, and whether any could not be cut off from outside. */
export function CommunicationBlock({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const { data: me } = useMe();
  const words = useServiceWords();
  const { data } = useRead(endpoints.workspaces.list, {});
  const down = silent(overview, 'gateway', 'workspace-controller');
  const refused = data?.items.filter(({ status, reason }) => status === 'failed' && reason === 'isolation-failed').length ?? 0;
  const route = ownRoute();
  return (
    <Block id="communication"
      state={route === 'http' ? { tone: 'blocked', says: t('block.communication.clear') } : down.length > 0 ? { tone: 'blocked', says: t('block.communication.down') } : refused > 0 ? { tone: 'waits', says: t('block.communication.refused') } : { tone: 'done', says: t('block.communication.working') }}
      facts={[t('block.communication.closed'), t(`block.communication.own.${route}`), ...(data ? [t('block.communication.isolation', { count: refused, number: number(refused) })] : [])]}
      open={[
        ...down.map(({ name }) => ({ to: '#services', text: t('standsOut.silent', { name: words.name(name) }) })),
        ...(refused > 0 ? [{ to: '/operations?status=failed#fleet', text: t('block.communication.openRefused', { count: refused, number: number(refused) }) }] : []),
      ]}
      links={[{ to: '#services', text: t('block.communication.toServices') }, ...(holdsRole(me, 'auditor', 'security') ? [{ to: '/audit?type=session.desktop', text: t('block.communication.toDesktops') }] : [])]} />
  );
}
