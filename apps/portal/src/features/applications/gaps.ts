import type { ApplicationView, Localised, ProposalShape } from '@suimon/contracts';
import type { WizardSection } from './sections.js';
import { answerFieldId } from './sections.js';

type Form = ApplicationView['form'];
type Field = Form['sections'][number]['fields'][number];
/** Something the form asks for that is not there yet. `fieldId` is the input it stands at. */
export type Gap = { readonly section: WizardSection; readonly fieldId: string } & (
  | { readonly kind: 'title' | 'period' | 'periodOrder' | 'noDataset' }
  | { readonly kind: 'noColumns'; readonly slug: string }
  | { readonly kind: 'answerMissing'; readonly label: Localised }
  | { readonly kind: 'answerShort'; readonly label: Localised; readonly minLength: number });

function answerGap(section: Form['sections'][number]['id'], field: Field, answer: string): Gap[] {
  const at = { section, fieldId: answerFieldId(field.id), label: field.label };
  const length = answer.trim().length;
  if (length === 0) return field.required ? [{ ...at, kind: 'answerMissing' }] : [];
  return length < (field.minLength ?? 0) ? [{ ...at, kind: 'answerShort', minLength: field.minLength ?? 0 }] : [];
}

/** What the form still asks for, in its order, to mark sections and fields while one types. Whether a draft may be submitted is the API's word alone. */
export function gapsOf(form: Form, { title, period, datasets, answers }: ProposalShape): readonly Gap[] {
  const basics: Gap[] = [];
  if (title.trim().length < 3) basics.push({ section: 'basics', fieldId: 'title', kind: 'title' });
  if (!period) basics.push({ section: 'basics', fieldId: 'period-from', kind: 'period' });
  else if (period.from >= period.to) basics.push({ section: 'basics', fieldId: 'period-to', kind: 'periodOrder' });
  const chosen: Gap[] = datasets.length === 0 ? [{ section: 'datasets', fieldId: 'add-datasets', kind: 'noDataset' }]
    : datasets.filter(({ items }) => items.length === 0).map(({ slug }): Gap => ({ section: 'datasets', fieldId: `dataset-${slug}`, kind: 'noColumns', slug }));
  const written = form.sections.flatMap(({ id, fields }) => fields.flatMap((field) => answerGap(id, field, answers[field.id] ?? '')));
  return [...basics, ...chosen, ...written];
}
