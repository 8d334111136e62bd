import type { ProjectView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { PageSection } from './page-section.js';
import classes from './projects.module.css';

/** The approved datasets, each with its version and the approved items (columns). */
export function ProjectDatasets({ project }: { project: ProjectView }): JSX.Element {
  const { t } = useTranslation('projects');
  const { local } = useText();
  return (
    <PageSection id="datasets" title={t('datasets.title')} lead={t('datasets.lead')}>
      <ul className={classes.rows}>
        {project.datasets.map(({ slug, version, title, items }) => (
          <li key={slug} className={classes.row}>
            <h3><Link to={`/datasets/${slug}`}>{local(title)}</Link></h3>
            <p className="sui-quiet">{t('datasets.version', { version })} · {t('datasets.place', { path: `/data/${slug}` })}</p>
            <details className={classes.details}>
              <summary>{t('datasets.items', { count: items.length })}</summary>
              <ul className={classes.items}>{items.map((item) => <li key={item}><code>{item}</code></li>)}</ul>
            </details>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
