import { CONFIGURATION_PAGE, configurationPage } from './configuration.doc.js';
import { denialsPage } from './denials.doc.js';
import { endpointsPage } from './endpoints.doc.js';
import type { Page } from './page.js';
import { permissionsPage } from './permissions.doc.js';
import { statesPage } from './states.doc.js';
import { workflowEntries } from './workflows.js';

/** Every generated page: a new one is one function that returns its path and content, and one line here. */
export function generatedPages(): readonly Page[] {
  const workflows = workflowEntries();
  return [
    ...workflows.map(permissionsPage),
    ...workflows.map(statesPage),
    denialsPage(workflows),
    endpointsPage(),
    { path: CONFIGURATION_PAGE, content: configurationPage() },
  ];
}
