import type { ApplicationView, PersonRef, ProposalShape } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';
import { DatasetColumns } from './dataset-columns.js';
import { useFieldWords } from './field-label.js';
import { answerFieldId, editHref } from './sections.js';
import type { WizardSection } from './sections.js';
import classes from './applications.module.css';

interface Props {
  readonly view: ApplicationView;
  /** What to show, where it is newer than what the view holds. */
  readonly proposal?: ProposalShape;
  /** With a way to each section's page, and marks where something is missing. */
  readonly changeable?: boolean;
  /** On paper every list is open. */
  readonly paper?: boolean;
}

/** The whole application as it is read: the outline, the data with its columns, the people, the answers to the five Safes. */
export function ProposalContent({ view, proposal = view.proposal, changeable = false, paper = false }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, date } = useText();
  const words = useFieldWords(view);
  const lacking = changeable ? <span className={classes.lacking}>{t('content.lacking')}</span> : <span className="sui-quiet">{t('content.none')}</span>;
  const part = (section: WizardSection, title: string, content: ReactNode): JSX.Element => (
    <section key={section} className={`sui-stack ${classes.part}`} style={{ '--gap': '0.5rem' }} aria-labelledby={`part-${section}`}>
      <div className={classes.partHead}>
        <h3 id={`part-${section}`}>{title}</h3>
        {changeable && <Link to={editHref(view.id, section)} className={classes.tall} aria-label={t('content.changeOf', { title })}>{t('content.change')}</Link>}
      </div>
      {content}
    </section>
  );
  return (
    <div className="sui-stack" style={{ '--gap': '2rem' }}>
      {part('basics', t('section.basics'), <KeyValue pairs={[
        { label: t('field.title'), value: proposal.title || lacking },
        { label: t('field.useClass'), value: t(`useClass.${proposal.useClass}`) },
        { label: t('field.period'), value: proposal.period ? t('period', { from: date(proposal.period.from), to: date(proposal.period.to) }) : lacking },
      ]} />)}
      {part('datasets', t('section.datasets'), proposal.datasets.length === 0 ? <p>{lacking}</p> : proposal.datasets.map((dataset) => <DatasetColumns key={dataset.slug} view={view} dataset={dataset} paper={paper} lacking={lacking} />))}
      {part('members', t('section.members'), <People view={view} proposal={proposal} />)}
      {view.form.sections.map((section) => part(section.id, local(section.label), <KeyValue pairs={section.fields.map((field) => {
        const answer = (proposal.answers[field.id] ?? '').trim();
        const empty = field.required ? lacking : <span className="sui-quiet">{t('content.none')}</span>;
        return { label: local(field.label), value: <span data-answer={answerFieldId(field.id)}>{answer === '' ? empty : words.value(`answer:${field.id}`, answer)}</span> };
      })} />))}
    </div>
  );
}

function People({ view, proposal }: { view: ApplicationView; proposal: ProposalShape }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  const rows: { id: string; person: PersonRef | undefined; role: string }[] = [
    { id: view.applicant.id, person: view.applicant, role: t('members.lead') },
    ...proposal.memberIds.map((id) => ({ id, person: view.members.find((member) => member.id === id), role: t('members.member') })),
  ];
  return (
    <table className={classes.table}>
      <caption className="sui-hidden">{t('section.members')}</caption>
      <thead><tr><th scope="col">{t('members.name')}</th><th scope="col">{t('members.organisation')}</th><th scope="col">{t('members.role')}</th></tr></thead>
      <tbody>{rows.map(({ id, person, role }) => <tr key={id}><th scope="row">{person ? local(person.displayName) : t('members.saving')}</th><td>{person && local(person.organisation)}</td><td>{role}</td></tr>)}</tbody>
    </table>
  );
}
