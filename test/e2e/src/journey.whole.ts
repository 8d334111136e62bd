import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LANGUAGES, Reception } from './browser.js';
import type { Desk } from './browser.js';
import { Journey } from './journey.js';
import { correctImport, downloadExport, findImport, findNoSelfApproval, importMalware, submitExport, submitImport } from './pages/airlock.pages.js';
import { correctApplication, printForm, startApplication, submitApplication, writeApplication } from './pages/application.pages.js';
import { chooseDataset, findDataset, lookAround, readDataset } from './pages/catalogue.pages.js';
import { decide, judgeAndVote, openToCommittee, recordContract, screenAndReturn, stepAside } from './pages/committee.pages.js';
import { audit, operate, purgeMalware } from './pages/oversight.pages.js';
import { prepareForUse } from './pages/preparation.pages.js';
import { join } from './pages/project.pages.js';
import { approveImport, findNoMalware, refuseImport, reviewExport, reviewExportByKeys } from './pages/review.pages.js';
import { signIn } from './pages/sign-in.pages.js';
import { meetClosedGate, seeImport, startWorkspace, workInDesktop } from './pages/workspace.pages.js';
import { Product } from './product.js';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST', '-FILE!$H+H*'].join('');
const GROUPS = { first: 'code,group\n1,low\n2,high\n', second: 'code,group,label\n1,low,up to four\n2,high,more than four\n' };
const MINUTE_MS = 60_000;

let product: Product;
let reception: Reception;
beforeAll(async () => {
  product = await Product.start();
  reception = await Reception.open(product.url, product.place.root);
}, 10 * MINUTE_MS);
afterAll(async () => {
  await reception?.close();
  await product?.stop();
}, 2 * MINUTE_MS);

/** The language in which data are found and applied for without a pointer (R008). */
const WITHOUT_POINTER = 'en';

describe.each(LANGUAGES)('the whole way through the product (%s)', (language) => {
  let journey: Journey;
  let desk: Desk;
  let broken = '';
  beforeAll(async () => { journey = await Journey.prepare(language, product, reception); });
  /** Each step stands on the one before it, so after a failure the others would only repeat it. */
  // oxlint-disable-next-line jest/valid-title -- a step's title is a string, made where the step is
  const step = (name: string, act: () => Promise<void>, minutes = 2): void => test(name, async () => {
    if (broken) throw new Error(`not tried, because this failed: ${broken}`);
    broken = name;
    await act();
    broken = '';
  }, minutes * MINUTE_MS);

  step('R001-R004: a visitor finds a dataset by a word and by a column, and reads all about it', async () => {
    desk = await reception.newDesk(language);
    desk.useKeysOnly(language === WITHOUT_POINTER);
    await lookAround(desk);
    await findDataset(desk, journey);
    await readDataset(desk, journey);
    await chooseDataset(desk, journey);
  });
  step('R057-R060: a researcher signs in with two factors, learns, and signs pledge and rules', async () => {
    await desk.press(desk.link(desk.t('catalogue:basket.signIn')));
    await signIn(desk, product.account(journey.story.lead), { shown: true });
    reception.seat(journey.story.lead, desk);
    await desk.see(desk.heading(desk.t('catalogue:basket.title')));
    await prepareForUse(desk, journey);
  });
  step('R010, R011, R018: the basket becomes an application, saved as it is typed, printed and submitted', async () => {
    await startApplication(desk, journey);
    await writeApplication(desk, journey);
    await printForm(desk, journey);
    await submitApplication(desk, journey);
    desk.useKeysOnly(false);
  });
  step('R014: screened and sent back with a comment, corrected, and opened to the committee', async () => {
    await screenAndReturn(journey);
    await correctApplication(journey);
    await openToCommittee(journey);
  });
  step('R013, R015, R019: one member steps aside, two judge and vote, the chair decides', async () => {
    await stepAside(journey);
    await judgeAndVote(journey, 'committee-a');
    await judgeAndVote(journey, 'chair-a');
    await decide(journey);
  });
  step('R012: the contract opens the project; lead and member accept its terms', async () => {
    await recordContract(journey);
    await join(journey, journey.story.lead);
    await join(journey, journey.story.member);
    journey.leadId = await leadId();
  });
  step('R077: the gate lists what is open for one member and lets the other start', async () => {
    await meetClosedGate(journey);
    await startWorkspace(journey);
  });
  step('R074: the desktop shows data, runs Python and R, and reaches nothing', () => workInDesktop(journey));
  step('R098-R102: an import comes back with its reason, is corrected, approved, and lies in /imports', async () => {
    await submitImport(journey, 'groups.csv', GROUPS.first);
    await refuseImport(journey);
    await correctImport(journey, 'groups.csv', GROUPS.second);
    await approveImport(journey);
    await findImport(journey, 'groups.csv', GROUPS.second);
    await seeImport(journey, GROUPS.second);
  });
  step('case 14: malware is quarantined, no steward ever sees it, the security officer destroys it', async () => {
    const id = await importMalware(journey, 'notes.txt', EICAR);
    await findNoMalware(journey, id);
    await purgeMalware(journey, id);
  });
  step('R109-R113, case 18: an export is reviewed by two stewards apart and downloaded byte for byte', async () => {
    await submitExport(journey);
    await findNoSelfApproval(journey);
    await reviewExport(journey);
    await reviewExportByKeys(journey);
    await downloadExport(journey);
  });
  step('R051-R055: the auditor reads and verifies the log, the operator sees the fleet and no data', async () => {
    await audit(journey);
    await operate(journey);
  });

  /** The id of the lead as the portal itself has it, to find the lead's folders. */
  const leadId = async (): Promise<string> => {
    const lead = await reception.at(journey.story.lead);
    if (!lead) throw new Error('the lead is not signed in');
    return ((await (await lead.page.request.get('/api/me')).json()) as { person: { id: string } }).person.id;
  };
});

describe('on every page of both journeys', () => {
  test('axe finds nothing against WCAG 2.2 AA', () => { expect(reception.findings.axe).toEqual([]); });
  test('the browser reports no error', () => { expect(reception.findings.console).toEqual([]); });
  test('the server refuses nothing that the portal offers', () => { expect(reception.findings.refused).toEqual([]); });
  test('R008: the focus is always seen where the keyboard alone is used', () => { expect(reception.findings.unseenFocus).toEqual([]); });
  test('nothing is fetched from elsewhere', () => { expect(reception.findings.elsewhere).toEqual([]); });
  test('nothing is wider than a phone', () => { expect(reception.findings.tooWide).toEqual([]); });
});
