import { WORKSPACE_STATUSES } from '../workspaces/workspace.js';
import type { Workspace, WorkspaceEvent, WorkspaceFacts, WorkspaceInputs } from '../workspaces/workspace.js';
import { everybody } from './people.js';
import { entitlementFacts, projectAt } from './projects.js';
import type { World } from './walk.js';
import { LAUNCH, workspaceAt } from './workspaces.js';

const entitled = entitlementFacts();
const suspended = entitlementFacts({ project: projectAt('suspended').state });
const withdrawn = entitlementFacts({ datasets: { registry: 'withdrawn', claims: 'withdrawn' } });
const generations = ({ state: { generation } }: { state: Workspace }): readonly { generation: number }[] => [{ generation }, { generation: generation - 1 }, { generation: generation + 1 }];
export const workspaceWorld: World<Workspace, WorkspaceInputs, WorkspaceFacts, WorkspaceEvent> = {
  beginnings: WORKSPACE_STATUSES.map((status) => () => workspaceAt(status)),
  actors: everybody,
  inputs: {
    start: () => [LAUNCH, { ...LAUNCH, profileId: 'huge' }, { ...LAUNCH, placeDeclared: false }],
    stop: () => [{ reason: 'by-owner' }],
    progress: (journey) => generations(journey).map((generation) => ({ ...generation, step: 'isolating' })),
    started: generations,
    fail: (journey) => generations(journey).map((generation) => ({ ...generation, reason: 'desktop-exited', evidence: '' })),
    stopped: generations,
    lapse: () => [{}],
  },
  due: ({ deadlineAt }) => [deadlineAt],
  turns: [
    (journey) => journey.later(60),
    (journey) => journey.later(86_400 * 100),
    (journey) => journey.given({ entitlement: suspended }),
    (journey) => journey.given({ entitlement: withdrawn }),
    (journey) => journey.given({ entitlement: entitled }),
  ],
};
