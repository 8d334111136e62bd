import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetDocumentSchema } from '@suimon/contracts';
import type { Policy } from '@suimon/domain';
import { readPolicy } from '@suimon/platform';
import type { Desk, Reception } from './browser.js';
import { signIn } from './pages/sign-in.pages.js';
import type { Product } from './product.js';
import { STORIES } from './story.js';
import type { Story } from './story.js';
import type { Language } from './words.js';

export type DatasetDocument = ReturnType<typeof datasetDocumentSchema.parse>;
interface DemoPerson { readonly login: string; readonly displayName: { readonly ja: string; readonly en: string } }

/** One language's way through the whole product: who takes part in it, and what has come into being so far. */
export class Journey {
  applicationId = '';
  projectId = '';
  projectNumber = '';
  leadId = '';
  importId = '';
  exportId = '';
  /** Names of the files that the workspace put into its outbox, with their bytes. */
  readonly outputs = new Map<string, Buffer>();

  private constructor(readonly language: Language, readonly product: Product, readonly reception: Reception, readonly policy: Policy, readonly dataset: DatasetDocument, private readonly people: readonly DemoPerson[]) {}

  static async prepare(language: Language, product: Product, reception: Reception): Promise<Journey> {
    const { root } = product.place;
    const dataset = datasetDocumentSchema.parse(JSON.parse(readFileSync(join(root, 'demo/catalogue', `${STORIES[language].dataset.slug}.json`), 'utf8')));
    const { accounts } = JSON.parse(readFileSync(join(root, 'demo/accounts.json'), 'utf8')) as { accounts: DemoPerson[] };
    return new Journey(language, product, reception, (await readPolicy(join(root, 'policy'))).policy, dataset, accounts);
  }
  get story(): Story { return STORIES[this.language]; }
  nameOf(login: string): string {
    const person = this.people.find((candidate) => candidate.login === login);
    if (!person) throw new Error(`there is no demo person ${login}`);
    return person.displayName[this.language];
  }
  /** Somebody's own window, signed in and in this journey's language. */
  async at(login: string): Promise<Desk> {
    const seated = this.reception.at(login);
    if (seated) { await seated.speak(this.language); return seated; }
    const desk = await this.reception.newDesk(this.language);
    await desk.goTo('/sign-in');
    await signIn(desk, this.product.account(login));
    return this.reception.seat(login, desk);
  }
  /** Opens a task of somebody's inbox that is about `about`. */
  async openTask(login: string, kind: string, about: string): Promise<Desk> {
    const desk = await this.at(login);
    await desk.goTo('/inbox');
    await desk.page.getByRole('listitem').filter({ hasText: about }).getByRole('link', { name: desk.t(`people:tasks.${kind}`) }).first().click();
    await desk.settled();
    return desk;
  }
}
