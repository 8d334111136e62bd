import type { ApplicationView, ProposalShape } from '@suimon/contracts';
import { useMediaQuery } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Gap } from '../gaps.js';
import { sectionState, useSectionName } from '../section-state.js';
import { editHref, WIZARD_SECTIONS } from '../sections.js';
import type { WizardSection } from '../sections.js';
import classes from './edit.module.css';

/** All pages of the wizard with their marks; folded away on a narrow screen. */
export function EditNav({ view, gaps, proposal, current }: { view: ApplicationView; gaps: readonly Gap[]; proposal: ProposalShape; current: WizardSection }): JSX.Element {
  const { t } = useTranslation('applications');
  const wide = useMediaQuery('(width >= 62rem)', true, { getInitialValueInEffect: false });
  const nameOf = useSectionName(view.form);
  return (
    <details className={classes.nav} key={wide ? 'wide' : `narrow-${current}`} open={wide || undefined}>
      <summary>{t('edit.allSections')}</summary>
      <nav aria-label={t('edit.allSections')}>
        <ol>
          {WIZARD_SECTIONS.map((section) => {
            const state = sectionState(section, gaps, proposal);
            return <li key={section}><NavLink to={editHref(view.id, section)} className={classes.navLink}><span>{nameOf(section)}</span>{state && <span className={classes.navState} data-state={state}>{t(`state.${state}`)}</span>}</NavLink></li>;
          })}
        </ol>
      </nav>
    </details>
  );
}
