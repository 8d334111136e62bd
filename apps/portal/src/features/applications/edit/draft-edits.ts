import { proposalShape } from '@suimon/contracts';
import type { ProposalShape } from '@suimon/contracts';
import { z } from 'zod';

const { title, useClass, period, memberIds, datasets } = proposalShape.shape;
/** What was typed and is not yet saved, field by field. A dataset that was taken out is null. */
export const draftEdits = z.object({
  title: title.optional(), useClass: useClass.optional(), period: period.optional(), memberIds: memberIds.optional(),
  answers: z.record(z.string(), z.string()).default({}), datasets: z.record(z.string(), datasets.element.nullable()).default({}),
});
export type DraftEdits = z.infer<typeof draftEdits>;
export const NO_EDITS: DraftEdits = { answers: {}, datasets: {} };

const SINGLE = ['title', 'useClass', 'period', 'memberIds'] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const isEmpty = (edits: DraftEdits): boolean => touchedFields(edits).length === 0;

/** Names of the fields that were typed in, as `changes` of an application names them. */
export const touchedFields = (edits: DraftEdits): string[] => [
  ...SINGLE.filter((name) => edits[name] !== undefined).map((name) => (name === 'memberIds' ? 'members' : name)),
  ...Object.keys(edits.datasets).map((slug) => `dataset:${slug}`), ...Object.keys(edits.answers).map((id) => `answer:${id}`),
];

/** The later edits over the earlier. */
export const joinEdits = (earlier: DraftEdits, later: Partial<DraftEdits>): DraftEdits => ({ ...earlier, ...later, answers: { ...earlier.answers, ...later.answers }, datasets: { ...earlier.datasets, ...later.datasets } });

/** The proposal as the writer sees it: what is saved, with what was typed in its place. */
export function applyEdits(proposal: ProposalShape, edits: DraftEdits): ProposalShape {
  const kept = proposal.datasets.filter(({ slug }) => edits.datasets[slug] !== null).map((dataset) => edits.datasets[dataset.slug] ?? dataset);
  const added = Object.values(edits.datasets).filter((dataset) => dataset !== null).filter(({ slug }) => proposal.datasets.every((dataset) => dataset.slug !== slug));
  return {
    title: edits.title ?? proposal.title, useClass: edits.useClass ?? proposal.useClass, period: edits.period === undefined ? proposal.period : edits.period,
    memberIds: edits.memberIds ?? proposal.memberIds, answers: { ...proposal.answers, ...edits.answers }, datasets: [...kept, ...added],
  };
}

/** The parts of the proposal to send. The API replaces each part whole, so a part goes with everything that is already saved in it. */
export function patchOf(proposal: ProposalShape, edits: DraftEdits): Partial<ProposalShape> {
  const merged = applyEdits(proposal, edits);
  return {
    ...(edits.title === undefined ? {} : { title: merged.title }), ...(edits.useClass === undefined ? {} : { useClass: merged.useClass }),
    ...(edits.period === undefined ? {} : { period: merged.period }), ...(edits.memberIds === undefined ? {} : { memberIds: merged.memberIds }),
    ...(Object.keys(edits.answers).length === 0 ? {} : { answers: merged.answers }), ...(Object.keys(edits.datasets).length === 0 ? {} : { datasets: merged.datasets }),
  };
}

/** What remains to be saved once `sent` has arrived: only what was typed over since. */
export function withoutSent(edits: DraftEdits, sent: DraftEdits): DraftEdits {
  const differing = <Value>(now: Readonly<Record<string, Value>>, then: Readonly<Record<string, Value>>): Record<string, Value> => Object.fromEntries(Object.entries(now).filter(([key, value]) => !same(value, then[key])));
  const { title: heading, useClass: use, period: span, memberIds: people } = edits;
  return {
    ...(same(heading, sent.title) ? {} : { title: heading }), ...(same(use, sent.useClass) ? {} : { useClass: use }), ...(same(span, sent.period) ? {} : { period: span }), ...(same(people, sent.memberIds) ? {} : { memberIds: people }),
    answers: differing(edits.answers, sent.answers), datasets: differing(edits.datasets, sent.datasets),
  };
}

/** A proposal field by field, for comparing. Text stays text, so that it can be shown. */
export const fieldTexts = (proposal: ProposalShape): Readonly<Record<string, string>> => ({
  title: proposal.title, useClass: proposal.useClass, period: proposal.period ? `${proposal.period.from} – ${proposal.period.to}` : '', members: [...proposal.memberIds].sort().join(', '),
  ...Object.fromEntries(proposal.datasets.map(({ slug, items }) => [`dataset:${slug}`, [...items].sort().join(', ')])), ...Object.fromEntries(Object.entries(proposal.answers).map(([id, answer]) => [`answer:${id}`, answer])),
});

/** Fields typed in here that somebody else changed to something else meanwhile. `sent` is what was last sent: an answer that was lost on the way is no clash. */
export function clashingFields(before: ProposalShape, latest: ProposalShape, edits: DraftEdits, sent: DraftEdits): string[] {
  const [old, theirs, mine, mineSent] = [before, latest, applyEdits(before, edits), applyEdits(before, sent)].map(fieldTexts);
  return touchedFields(edits).filter((field) => theirs?.[field] !== old?.[field] && theirs?.[field] !== mine?.[field] && theirs?.[field] !== mineSent?.[field]);
}
