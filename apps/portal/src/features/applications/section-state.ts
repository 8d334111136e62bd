import type { ApplicationView, ProposalShape } from '@suimon/contracts';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import type { Gap } from './gaps.js';
import { formSection } from './sections.js';
import type { WizardSection } from './sections.js';

export type SectionState = 'done' | 'open' | 'optional';

/** What a section is called: the five Safes in the words of the form. */
export function useSectionName(form: ApplicationView['form']): (section: WizardSection) => string {
  const { t } = useTranslation('applications');
  const { local } = useText();
  return (section) => { const safe = formSection(form, section); return safe ? local(safe.label) : t(`section.${section}`); };
}

/** Whether a section is filled in. Naming members is up to the applicant; the last look has no state. */
export function sectionState(section: WizardSection, gaps: readonly Gap[], proposal: ProposalShape): SectionState | null {
  if (section === 'check') return null;
  if (section === 'members') return proposal.memberIds.length > 0 ? 'done' : 'optional';
  return gaps.some((gap) => gap.section === section) ? 'open' : 'done';
}

/** What a gap says. */
export function useGapSentence(view: ApplicationView): (gap: Gap) => string {
  const { t } = useTranslation('applications');
  const { local } = useText();
  return (gap) => {
    switch (gap.kind) {
      case 'answerMissing': return t('gap.answerMissing', { label: local(gap.label) });
      case 'answerShort': return t('gap.answerShort', { label: local(gap.label), min: gap.minLength });
      case 'noColumns': { const dataset = view.datasets.find(({ slug }) => slug === gap.slug); return t('gap.noColumns', { title: dataset ? local(dataset.title) : gap.slug }); }
      default: return t(`gap.${gap.kind}`);
    }
  };
}
