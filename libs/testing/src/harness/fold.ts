import { applicationWorkflow, newApplication, newProject, newStanding, newTransfer, newWorkspace, projectWorkflow, standingWorkflow, transferWorkflow, workspaceWorkflow } from '@suimon/domain';
import type { RecordKind } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';

type Fold = (id: string, events: readonly never[]) => unknown;
const FOLDS: Record<RecordKind, Fold> = {
  application: (id, events) => events.reduce(applicationWorkflow.evolve, newApplication(id, '', '')),
  project: (id, events) => events.reduce(projectWorkflow.evolve, newProject(id)),
  workspace: (id, events) => events.reduce(workspaceWorkflow.evolve, newWorkspace(id, '', '')),
  transfer: (id, events) => events.reduce(transferWorkflow.evolve, newTransfer(id, 'import', '', '')),
  standing: (id, events) => events.reduce(standingWorkflow.evolve, newStanding(id)),
};

/** I6: for every record, the row and what its audit events fold to. A difference names the record. */
export async function foldedAndStored(dataSource: DataSource): Promise<{ folded: Record<string, unknown>; stored: Record<string, unknown> }> {
  const folded: Record<string, unknown> = {};
  const stored: Record<string, unknown> = {};
  for (const kind of Object.keys(FOLDS) as RecordKind[]) {
    const rows = await dataSource.query<{ id: string; state: unknown }[]>(`SELECT id, state FROM ${kind}`);
    for (const { id, state } of rows) {
      const events = await dataSource.query<{ payload: never }[]>('SELECT payload FROM audit_event WHERE stream_kind = $1 AND stream_id = $2 ORDER BY seq', [kind, id]);
      stored[`${kind} ${id}`] = state;
      folded[`${kind} ${id}`] = JSON.parse(JSON.stringify(FOLDS[kind](id, events.map((event) => event.payload))));
    }
  }
  return { folded, stored };
}
