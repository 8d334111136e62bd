import type { ApplicationView } from '@suimon/contracts';
import { endpoints } from '@suimon/contracts';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.js';
import { readKey, useRead } from '../../lib/queries.js';
import { signedIn, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';

export interface FieldWords {
  /** The name of a field as `changes` names it, in the words of the form. */
  readonly label: (field: string) => string;
  /** What stood in it, in words: choices by their label, people by their name. */
  readonly value: (field: string, text: string) => string;
  /** Whether it is free text, of which a part may change. */
  readonly isProse: (field: string) => boolean;
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
  // A dataset taken out since is no longer among those of the view.
  const taken = view.changes.map(({ field }) => field.replace(/^dataset:/, '')).filter((slug, index) => view.changes[index]?.field.startsWith('dataset:') && view.datasets.every((entry) => entry.slug !== slug));
  const takenTitles = useQueries({ queries: taken.map((slug) => ({ queryKey: readKey(endpoints.catalogue.dataset, { params: { slug } }), queryFn: () => call(endpoints.catalogue.dataset, { params: { slug } }) })) });
  const titles = new Map([...view.datasets, ...takenTitles.flatMap(({ data }) => (data ? [data] : []))].map(({ slug, title }) => [slug, local(title)]));
  const titleOf = (slug: string): string => titles.get(slug) ?? slug;
  return {
    isProse: (field) => { const kind = fieldOf(field)?.kind; return field === 'title' || kind === 'text' || kind === 'longtext'; },
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
