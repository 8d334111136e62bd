import type { ApplicationView } from '@suimon/contracts';
import { endpoints } from '@suimon/contracts';
import { useTranslation } from 'react-i18next';
import { signedIn, useMe } from '../../lib/session.js';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';

export interface FieldWords {
  /** The name of a field as `changes` names it, in the words of the form. */
  readonly label: (field: string) => string;
  /** What stood in it, in words: choices by their label, people by their name. */
  readonly value: (field: string, text: string) => string;
}

/** Words for the fields of an application, for lists of what changed. */
export function useFieldWords(view: ApplicationView): FieldWords {
  const { t } = useTranslation('applications');
  const { local, date } = useText();
  const { data: me } = useMe();
  // Someone taken out of the members is named by the directory, which only applicants may read.
  const directory = useRead(endpoints.people.directory, { query: {} }, { enabled: view.changes.some(({ field }) => field === 'members') && signedIn(me)?.roles.includes('researcher') === true });
  const people = new Map([...(directory.data?.people ?? []), view.applicant, ...view.members].map((person) => [person.id, local(person.displayName)]));
  const fieldOf = (field: string) => view.form.sections.flatMap(({ fields }) => fields).find(({ id }) => `answer:${id}` === field);
  const titleOf = (slug: string): string => { const dataset = view.datasets.find((entry) => entry.slug === slug); return dataset ? local(dataset.title) : slug; };
  return {
    label: (field) => {
      const answer = fieldOf(field);
      if (answer) return local(answer.label);
      if (field.startsWith('dataset:')) return t('field.dataset', { title: titleOf(field.slice('dataset:'.length)) });
      if (field.startsWith('answer:')) return field.slice('answer:'.length);
      return t(`field.${field}`);
    },
    value: (field, text) => {
      if (text === '') return '';
      if (field === 'useClass') return t(`useClass.${text}`);
      if (field === 'members') return text.split(', ').map((id) => people.get(id) ?? t('members.unknown')).join(t('listComma'));
      if (field === 'period') { const [from = '', to = ''] = text.split(' – '); return t('period', { from: date(from), to: date(to) }); }
      const answer = fieldOf(field);
      const choice = answer?.choices?.find(({ value }) => value === text);
      if (choice) return local(choice.label);
      return answer?.kind === 'date' ? date(text) : text;
    },
  };
}
