import type { ApplicationView } from '@suimon/contracts';
import { FIVE_SAFES } from '@suimon/contracts';

/** Pages of the wizard in their order: the outline, what is used, who uses it, the five Safes, the last look. */
export const WIZARD_SECTIONS = ['basics', 'datasets', 'members', ...FIVE_SAFES, 'check'] as const;
export type WizardSection = (typeof WIZARD_SECTIONS)[number];
/** Pages on which something is written. */
export const WRITTEN_SECTIONS = WIZARD_SECTIONS.filter((section) => section !== 'check');

export const sectionNamed = (text: string | undefined): WizardSection | undefined => WIZARD_SECTIONS.find((section) => section === text);
export const nextSection = (section: WizardSection): WizardSection | undefined => WIZARD_SECTIONS[WIZARD_SECTIONS.indexOf(section) + 1];

/** `id` of the input that holds an answer. */
export const answerFieldId = (fieldId: string): string => `answer-${fieldId}`;
export const editHref = (id: string, section: WizardSection, fieldId?: string): string => `/applications/${id}/edit/${section}${fieldId ? `#${fieldId}` : ''}`;

/** The form's own section, for its words and fields; undefined for the pages that are not part of the form. */
export const formSection = (form: ApplicationView['form'], section: WizardSection): ApplicationView['form']['sections'][number] | undefined => form.sections.find(({ id }) => id === section);

/** Address where the thing is put right that keeps a draft from being submitted; null when nothing there would help. */
export function remedyHref(view: ApplicationView): string | null {
  const field = String(view.submitParams.field ?? '');
  const safe = view.form.sections.find(({ fields }) => fields.some(({ id }) => id === field));
  switch (view.commands.submit) {
    case 'title-missing': return editHref(view.id, 'basics', 'title');
    case 'period-missing': return editHref(view.id, 'basics', 'period-from');
    case 'no-dataset-chosen': case 'dataset-not-offered': return editHref(view.id, 'datasets');
    case 'member-unknown': return editHref(view.id, 'members');
    case 'training-or-pledge-missing': return '/preparation';
    case 'form-incomplete': return safe ? editHref(view.id, safe.id, answerFieldId(field)) : null;
    default: return null;
  }
}
