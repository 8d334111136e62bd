import { endpoints } from '@suimon/contracts';
import type { ProposalShape } from '@suimon/contracts';
import type { Policy } from '@suimon/domain';
import type { Visitor } from './visitor.js';

/** Passes every module and signs pledge and rules, as a person would. */
export async function passPreparation(visitor: Visitor, policy: Policy): Promise<void> {
  for (const module of policy.training) await visitor.call(endpoints.people.passTraining, { params: { moduleId: module.id }, body: { answers: Object.fromEntries(module.quiz.map((question) => [question.id, question.answer])) } });
  for (const text of policy.agreements) if (text.id !== 'project-terms') await visitor.call(endpoints.people.sign, { params: { agreement: text.id }, body: { version: text.version } });
}

/** A complete proposal for the test cohort: every required field answered at its length. */
export function writtenProposal(policy: Policy, memberIds: readonly string[]): ProposalShape {
  const fields = policy.form.sections.flatMap((section) => section.fields);
  const answer = (field: (typeof fields)[number]): string => {
    if (field.kind === 'choice') return field.choices?.[0]?.value ?? '';
    if (field.kind === 'date') return '2026-04-01';
    if (field.kind === 'number') return '10';
    return 'We study how HbA1c changes with age. '.repeat(1 + Math.ceil((field.minLength ?? 0) / 36)).slice(0, field.maxLength ?? 4000).trim();
  };
  return {
    title: 'HbA1c by age', useClass: 'desktop', memberIds: [...memberIds], period: { from: '2026-01-01', to: '2027-03-31' },
    answers: Object.fromEntries(fields.map((field) => [field.id, answer(field)])), datasets: [{ slug: 'test-cohort', version: '1.0.0', items: ['visits.hba1c', 'visits.age'] }],
  };
}
