import { endpoints } from '@suimon/contracts';
import type { ChangeNotice } from '@suimon/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** The areas whose answers a notice may have made out of date. */
const AREAS: Readonly<Record<ChangeNotice['kind'], readonly string[]>> = {
  application: ['applications'], project: ['projects', 'workspaces'], workspace: ['workspaces'], transfer: ['airlock'],
  standing: ['people', 'workspaces'], dataset: ['catalogue'], session: ['people'], policy: ['people', 'applications', 'projects', 'workspaces', 'airlock'], inbox: [],
};

const idIn = (key: QueryKey): string | undefined => {
  const address = key[2];
  if (typeof address !== 'object' || address === null || !('params' in address)) return undefined;
  const { params } = address;
  return typeof params === 'object' && params !== null && 'id' in params && typeof params.id === 'string' ? params.id : undefined;
};

/** A list is concerned by every notice of its area, a record by its own. A launch gate and a timeline name their record by id too. */
export const concerns = (notice: ChangeNotice, key: QueryKey): boolean => {
  if (key[1] === endpoints.audit.timeline.path) return idIn(key) === notice.id;
  if (notice.kind === 'inbox') return key[1] === endpoints.people.inbox.path || key[1] === endpoints.people.me.path;
  if (!AREAS[notice.kind].includes(String(key[0]))) return false;
  const id = idIn(key);
  return id === undefined || id === notice.id || key[1] === endpoints.workspaces.launch.path;
};
