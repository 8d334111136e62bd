import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { Block } from './block.js';
import type { Overview } from './overview.js';
import { countOf, silent } from './overview.js';
import { useServiceWords } from './service-words.js';

/** 安全管理措置: the virus check and stores that answer now, and what they stopped. */
export function MeasuresBlock({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const { data: me } = useMe();
  const words = useServiceWords();
  const down = silent(overview, 'database', 'object-store', 'airlock-worker');
  const quarantined = countOf(overview, 'transfer', 'quarantined');
  const mayRead = holdsRole(me, 'auditor', 'security');
  const worker = overview.services.find(({ name }) => name === 'airlock-worker');
  return (
    <Block id="measures"
      state={down.length > 0 ? { tone: 'blocked', says: t('block.measures.down') } : quarantined > 0 ? { tone: 'waits', says: t('block.measures.waiting') } : { tone: 'done', says: t('block.measures.working') }}
      facts={[
        ...(worker ? [worker.ok ? t('block.measures.scanning') : t('block.measures.notScanning')] : []),
        t('block.measures.stopped', { count: quarantined, number: number(quarantined), blocked: number(countOf(overview, 'transfer', 'blocked')) }),
        t('block.measures.inReview', { count: countOf(overview, 'transfer', 'in_review', 'consolidating'), number: number(countOf(overview, 'transfer', 'in_review', 'consolidating')) }),
      ]}
      open={[
        ...down.map(({ name }) => ({ to: '#services', text: t('standsOut.silent', { name: words.name(name) }) })),
        ...(quarantined > 0 && mayRead ? [{ to: '/audit?kind=transfer&type=transfer.quarantined', text: t('block.measures.openQuarantined', { count: quarantined, number: number(quarantined) }) }] : []),
      ]}
      links={[{ to: '#services', text: t('block.measures.toServices') }, { to: '#queue', text: t('block.measures.toQueue') }]} />
  );
}
