import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Notice } from '../../ui/notice.js';
import type { Overview } from './overview.js';
import { countOf, silent } from './overview.js';
import { useServiceWords } from './service-words.js';
import classes from './assurance.module.css';

/** In one box: what needs a hand now, or that nothing does. */
export function WhatStandsOut({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const words = useServiceWords();
  const failed = countOf(overview, 'workspace', 'failed');
  const quarantined = countOf(overview, 'transfer', 'quarantined');
  const lines = [
    ...silent(overview).map(({ name }) => ({ href: '#services', text: t('standsOut.silent', { name: words.name(name) }) })),
    ...(overview.jobs.overdue > 0 ? [{ href: '#queue', text: t('standsOut.overdue', { count: overview.jobs.overdue, number: number(overview.jobs.overdue) }) }] : []),
    ...(failed > 0 ? [{ href: '#fleet', text: t('standsOut.failed', { count: failed, number: number(failed) }) }] : []),
    ...(quarantined > 0 ? [{ href: '#security', text: t('standsOut.quarantined', { count: quarantined, number: number(quarantined) }) }] : []),
  ];
  if (lines.length === 0) return <Notice tone="done" title={t('standsOut.nothing')}><p>{t('standsOut.nothingText')}</p></Notice>;
  return <Notice tone={silent(overview).length > 0 ? 'blocked' : 'waits'} title={t('standsOut.title', { count: lines.length, number: number(lines.length) })}><ul className={classes.standsOut}>{lines.map(({ href, text }) => <li key={text}><a href={href}>{text}</a></li>)}</ul></Notice>;
}
