import type { DemoAccount } from '@suimon/launcher';
import { generate } from 'otplib';
import type { Desk } from '../browser.js';

/** Both factors; ends where the portal leads to. `shown` keeps pictures of the two steps. */
export async function signIn(desk: Desk, account: DemoAccount, { shown = false } = {}): Promise<void> {
  if (shown) await desk.look('sign-in', 'key');
  await desk.write(desk.field(desk.t('people:signIn.login')), account.login);
  await desk.write(desk.field(desk.t('people:signIn.password')), account.password);
  await desk.press(desk.button(desk.t('people:signIn.next')));
  await desk.see(desk.heading(desk.t('people:signIn.stepCode')));
  if (shown) await desk.look('sign-in-code');
  await desk.write(desk.field(desk.t('people:signIn.code')), await generate({ secret: account.totpSecret }));
  await desk.press(desk.button(desk.t('people:signIn.finish')));
  await desk.gone(desk.heading(desk.t('people:signIn.title')));
  await desk.settled();
}
