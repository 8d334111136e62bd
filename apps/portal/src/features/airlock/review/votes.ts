import type { TransferFileView, TransferView } from '@suimon/contracts';

/** Where the reader stands with one file. */
export type FileState = 'approve' | 'changes' | 'open' | 'supporting';
export const myVote = (file: TransferFileView): TransferFileView['votes'][number] | undefined => file.votes.find(({ mine }) => mine);
export const stateOf = (file: TransferFileView): FileState => (file.role === 'supporting' ? 'supporting' : myVote(file)?.vote ?? 'open');

/** Files that leave if approved: the only ones that are voted on. */
export const outputsOf = ({ files }: Pick<TransferView, 'files'>): readonly TransferFileView[] => files.filter(({ role }) => role === 'output');
/** The next file without a vote after `id`, going round once. */
export function nextOpen(transfer: Pick<TransferView, 'files'>, id: string): TransferFileView | undefined {
  const at = transfer.files.findIndex((file) => file.id === id);
  return [...transfer.files.slice(at + 1), ...transfer.files.slice(0, at)].find((file) => stateOf(file) === 'open');
}
/** What the refusal of an approval needs to say: the first file that some reviewer did not approve. */
export const approvalParams = (transfer: TransferView): { file: string; reviewers: number } => ({
  file: (outputsOf(transfer).find(({ votes }) => votes.some(({ vote }) => vote !== 'approve')) ?? outputsOf(transfer)[0])?.path ?? '', reviewers: transfer.reviewersNeeded,
});
/** Whether the platform's reviewers may change their votes still. */
export const mayVote = ({ commands }: Pick<TransferView, 'commands'>): boolean => commands.vote === null;
