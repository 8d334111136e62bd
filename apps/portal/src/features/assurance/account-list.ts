import type { endpoints } from '@suimon/contracts';
import type { ResponseOf } from '@suimon/contracts';
import type { ListState } from '../../lib/list-state.js';
import { LOWEST_IDENTITY_LEVEL } from './identity-level.js';

export type Account = ResponseOf<typeof endpoints.people.accounts>['accounts'][number];
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The accounts that the address asks for. `ial=1`: below the level a desktop needs; any other value: at or above it. */
export function narrowed(accounts: readonly Account[], state: ListState): readonly Account[] {
  const [role, status, ial, words] = [state.filter('role'), state.filter('status'), state.filter('ial'), plain(state.q)];
  return accounts.filter((account) => (status === '' || account.status === status)
    && (role === '' || account.roles.some((held) => held === role))
    && (ial === '' || (account.ial < LOWEST_IDENTITY_LEVEL) === (ial === '1'))
    && plain([account.login, account.displayName.ja, account.displayName.en, account.organisation.ja, account.organisation.en, account.id].join(' ')).includes(words));
}
