import type { Preparation } from '@suimon/contracts';

type Agreement = Preparation['agreements'][number];
/** The texts signed here. The terms of a project are accepted on the project's own page when joining. */
export const signable = (text: Agreement): text is Agreement & { id: 'pledge' | 'rules-of-use' } => text.id !== 'project-terms';
