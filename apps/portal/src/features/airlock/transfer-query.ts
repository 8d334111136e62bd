import { DIRECTIONS, TRANSFER_STATUSES } from '@suimon/contracts';
import type { Direction, TransferStatus } from '@suimon/contracts';
import type { ListState } from '../../lib/list-state.js';

export interface TransferQuery { readonly direction?: Direction; readonly status?: TransferStatus; readonly projectId?: string; readonly sort: 'updated' | 'oldest'; readonly page: number }

/** What an address asks for. Anything it should not say counts as not said. */
export const transferQuery = (state: ListState, projectId?: string): TransferQuery => ({
  direction: DIRECTIONS.find((direction) => direction === state.filter('direction')),
  status: TRANSFER_STATUSES.find((status) => status === state.filter('status')),
  projectId: projectId ?? (state.filter('project') || undefined),
  sort: state.sort === 'updated' ? 'oldest' : 'updated',
  page: state.page,
});
