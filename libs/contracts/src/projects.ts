import { LAUNCH_CONDITIONS, MEMBER_STATUSES, PROJECT_STATUSES, USE_CLASSES, WORKSPACE_STATUSES } from '@suimon/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { commandMap, empty, id, idParams, instant, localised, personRef, reason, version } from './shapes.js';

export const PROJECT_COMMANDS = ['open', 'join', 'decline', 'invite', 'removeMember', 'suspend', 'resume', 'close'] as const;
export const WORKSPACE_COMMANDS = ['start', 'stop', 'progress', 'started', 'fail', 'stopped', 'lapse'] as const;

export const projectSummary = z.object({ id, version, status: z.enum(PROJECT_STATUSES), inForce: z.boolean(), number: z.string(), title: z.string(), startsOn: z.string(), endsOn: z.string(), lead: personRef, memberCount: z.number(), myStatus: z.enum(MEMBER_STATUSES).nullable() });
export type ProjectSummary = z.infer<typeof projectSummary>;
export const workspaceView = z.object({
  id, version, status: z.enum(WORKSPACE_STATUSES), projectId: id, projectNumber: z.string(), person: personRef, profileId: z.string(), step: z.string().nullable(), steps: z.array(z.string()),
  reason: z.string().nullable(), deadlineAt: instant.nullable(), readyAt: instant.nullable(), updatedAt: instant, commands: commandMap(WORKSPACE_COMMANDS),
});
export type WorkspaceView = z.infer<typeof workspaceView>;
export const projectView = projectSummary.extend({
  applicationId: id, useClass: z.enum(USE_CLASSES), conditions: z.string(), datasets: z.array(z.object({ slug: z.string(), version: z.string(), title: localised, items: z.array(z.string()) })),
  members: z.array(personRef.extend({ status: z.enum(MEMBER_STATUSES), joinedAt: instant.nullable(), isLead: z.boolean() })),
  terms: z.object({ version: z.string(), title: localised, chapters: z.array(z.object({ heading: localised, body: localised })) }),
  commands: commandMap(PROJECT_COMMANDS), mayTransfer: z.boolean(),
});
export type ProjectView = z.infer<typeof projectView>;
export const launchView = z.object({
  open: z.boolean(), conditions: z.array(z.object({ id: z.enum(LAUNCH_CONDITIONS), met: z.boolean(), says: localised, next: localised })),
  profiles: z.array(z.object({ id: z.string(), label: localised, memoryMiB: z.number(), cpus: z.number() })), workspace: workspaceView.nullable(),
});
export type LaunchView = z.infer<typeof launchView>;

const command = <Body>(name: string, summary: string, body: z.ZodType<Body>) => endpoint({ area: 'projects', method: 'POST', path: `/projects/:id/${name}`, summary, params: idParams, body, response: projectView });
export const projectEndpoints = {
  list: endpoint({ area: 'projects', method: 'GET', path: '/projects', summary: 'Projects the person may see', response: z.object({ items: z.array(projectSummary) }) }),
  one: endpoint({ area: 'projects', method: 'GET', path: '/projects/:id', summary: 'One project', params: idParams, response: projectView }),
  join: command('join', 'Accept the terms and join', z.object({ termsVersion: z.string() }).strict()),
  decline: command('decline', 'Decline the invitation', empty),
  invite: command('invite', 'Invite a member', z.object({ personId: id }).strict()),
  removeMember: command('remove-member', 'Remove a member', z.object({ personId: id, reason: z.string().max(4000) }).strict()),
  suspend: command('suspend', 'Suspend the project', reason),
  resume: command('resume', 'Resume the project', reason),
  close: command('close', 'Close the project', reason),
};
export const workspaceEndpoints = {
  launch: endpoint({ area: 'workspaces', method: 'GET', path: '/projects/:id/launch', summary: 'Launch gate: every condition, met or not (R077)', params: idParams, response: launchView }),
  start: endpoint({ area: 'workspaces', method: 'POST', path: '/projects/:id/workspace', summary: "Start one's own workspace of the project", params: idParams, body: z.object({ profileId: z.string().max(80), placeDeclared: z.boolean() }).strict(), response: workspaceView }),
  one: endpoint({ area: 'workspaces', method: 'GET', path: '/workspaces/:id', summary: 'One workspace', params: idParams, response: workspaceView }),
  list: endpoint({ area: 'workspaces', method: 'GET', path: '/workspaces', summary: "One's own workspaces; all of them for an operator (no data, no file names)", response: z.object({ items: z.array(workspaceView) }) }),
  stop: endpoint({ area: 'workspaces', method: 'POST', path: '/workspaces/:id/stop', summary: 'Stop a workspace, or cancel its start', params: idParams, body: z.object({ reason: z.string().max(400) }).strict(), response: workspaceView }),
  desktopTicket: endpoint({ area: 'workspaces', method: 'POST', path: '/workspaces/:id/desktop-ticket', summary: 'Single-use ticket for the desktop gateway, valid for 60 seconds', params: idParams, body: empty, response: z.object({ url: z.string(), expiresAt: instant }) }),
};
