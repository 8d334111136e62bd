import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { MarkdownText } from '../../ui/markdown-text.js';
import classes from './projects.module.css';

type Terms = ProjectView['terms'];

/** The whole text of the terms, chapter by chapter. */
export function TermsText({ terms }: { terms: Terms }): JSX.Element {
  const { local } = useText();
  const { t } = useTranslation('projects');
  return (
    <div className={classes.terms}>
      <p className="sui-quiet">{t('terms.version', { title: local(terms.title), version: terms.version })}</p>
      {terms.chapters.map(({ heading, body }, index) => <div key={index} className="sui-stack" style={{ '--gap': '0.5rem' }}><h3>{t('terms.chapter', { number: index + 1, heading: local(heading) })}</h3><MarkdownText text={local(body)} /></div>)}
    </div>
  );
}

/** The terms to read again, folded away. */
export function ProjectTerms({ terms }: { terms: Terms }): JSX.Element {
  const { t } = useTranslation('projects');
  return (
    <section className="sui-stack" style={{ '--gap': '1rem' }} aria-labelledby="terms-title">
      <h2 id="terms-title">{t('terms.title')}</h2>
      <details className={classes.details}><summary>{t('terms.read')}</summary><TermsText terms={terms} /></details>
    </section>
  );
}
