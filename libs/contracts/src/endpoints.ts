import { airlockEndpoints } from './airlock.js';
import { applicationEndpoints } from './applications.js';
import { auditEndpoints } from './audit.js';
import { catalogueEndpoints } from './catalogue.js';
import { peopleEndpoints } from './people.js';
import { projectEndpoints, workspaceEndpoints } from './projects.js';

/** The whole HTTP API. */
export const endpoints = { catalogue: catalogueEndpoints, people: peopleEndpoints, applications: applicationEndpoints, projects: projectEndpoints, workspaces: workspaceEndpoints, airlock: airlockEndpoints, audit: auditEndpoints } as const;
