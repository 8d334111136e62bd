import type { DemoAccount } from './demo-accounts.js';
import { totpCode, totpSecondsLeft } from './totp.js';

/** What a newcomer needs to see: the address, who to be, and what to try. Japanese and English. */
export function welcome(baseUrl: string, accounts: readonly DemoAccount[], nowMs: number): string {
  const wide = (pick: (account: DemoAccount) => string): number => Math.max(0, ...accounts.map(account => pick(account).length));
  const logins = wide(account => account.login);
  const passwords = wide(account => account.password);
  const secrets = wide(account => account.totpSecret);
  const rows = accounts.flatMap(account => [
    `  ${account.login.padEnd(logins)}  ${account.password.padEnd(passwords)}  ${totpCode(account.totpSecret, nowMs)}  ${account.totpSecret.padEnd(secrets)}  ${account.roleJa} / ${account.roleEn}`,
  ]);
  return [
    '',
    `  Suimon 水門   ${baseUrl}`,
    '',
    '  ログイン・パスワード・ワンタイムコード・その秘密鍵・役割 / login, password, one-time code, its secret, role',
    ...rows,
    `  コードはあと ${totpSecondsLeft(nowMs)} 秒有効です。./suimon up をもう一度実行すると新しいコードが出ます。`,
    `  The codes are good for ${totpSecondsLeft(nowMs)} s; run ./suimon up again for new ones, or put the secret into an authenticator app.`,
    '',
    '  試してみる',
    '    1. 研究者でログインし、データカタログから利用を申請する',
    '    2. 審査者でログインし、申請を承認する',
    '    3. 研究者のワークスペースを開き、/data を解析し、結果を /outbox に置く',
    '    4. 持ち出しを申請し、別の審査者が検査結果を見て承認する',
    '    5. マルウェア検査用ファイル（EICAR）を /outbox に置き、持ち出しが止まることを確かめる',
    '',
    '  Things to try',
    '    1. Sign in as a researcher and apply for data in the catalogue',
    '    2. Sign in as a reviewer and approve the application',
    '    3. Open the researcher’s workspace, analyse /data, and put a result into /outbox',
    '    4. Ask for its release; another reviewer reads the findings and approves',
    '    5. Put the EICAR test file into /outbox and see that it does not leave',
    '',
    '  終了: Ctrl-C または ./suimon down   状態: ./suimon status   ログ: ./suimon logs',
    '  Stop: Ctrl-C or ./suimon down       Parts: ./suimon status  Logs: ./suimon logs',
    '',
  ].join('\n');
}
