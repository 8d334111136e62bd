import type { Workspace, WorkspaceEvent, WorkspaceFacts, WorkspaceInputs } from '../workspaces/workspace.js';
import { newWorkspace, workspaceWorkflow } from '../workspaces/workspace.js';
import { Journey } from './journey.js';
import { cast, NOW, system } from './people.js';
import { entitlementFacts } from './projects.js';

export type WorkspaceJourney = Journey<Workspace, WorkspaceInputs, WorkspaceFacts, WorkspaceEvent>;
export const LAUNCH: WorkspaceInputs['start'] = { profileId: 'small', placeDeclared: true };
const controller = system('controller');

export const beginWorkspace = (): WorkspaceJourney => Journey.begin(workspaceWorkflow, newWorkspace('workspace-1', 'project-1', cast.requester.id), { entitlement: entitlementFacts() }, NOW);
export function workspaceAt(status: Workspace['status']): WorkspaceJourney {
  const starting = (): WorkspaceJourney => beginWorkspace().run('start', cast.requester, LAUNCH);
  switch (status) {
    case 'stopped': return beginWorkspace();
    case 'starting': return starting();
    case 'ready': return starting().run('started', controller, { generation: 1 });
    case 'stopping': return workspaceAt('ready').run('stop', cast.requester, { reason: 'by-owner' });
    case 'failed': return starting().run('fail', controller, { generation: 1, reason: 'start-timeout', evidence: '' });
  }
}
