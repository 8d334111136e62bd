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
    '  ログインID・パスワード・ワンタイムコード・その秘密鍵・役割 / login, password, one-time code, its secret, role',
    ...rows,
    `  コードはあと ${totpSecondsLeft(nowMs)} 秒有効です。./suimon up をもう一度実行すると新しいコードが出ます。`,
    `  The codes are good for ${totpSecondsLeft(nowMs)} s; run ./suimon up again for new ones, or put the secret into an authenticator app.`,
    '',
    '  試してみる',
    '    1. サインインせずにデータを探し、申請リストに入れる（例: 肺がん、hba1c、ph.ecog）',
    '    2. researcher-a: 研修と誓約を済ませ、利活用申請を書いて提出する',
    '    3. secretary-a: 受け付けて委員会に回す。committee-a と chair-a: 項目を判定して投票し、chair-a が決定する',
    '    4. secretary-a: 契約を記録する。researcher-a: 利用条件に同意して参加し、解析環境を開始する',
    '    5. 解析環境の中で /data を解析し、結果を /outbox に置く。エクスポートの下書きが自動で現れる',
    '    6. steward-a と steward-b: ファイルごとに審査して承認する。researcher-a: ダウンロードする',
    '    7. EICAR のファイルをインポートし、止まることを確かめる（security-a に隔離の通知が届く）',
    '    8. auditor-a: 監査ログを読み、検証する',
    '',
    '  Things to try',
    '    1. Find data without signing in and add it to the basket (try: lung, hba1c, ph.ecog)',
    '    2. researcher-a: complete training and pledge, write an application and submit it',
    '    3. secretary-a: screen it and open it to the committee; committee-a and chair-a: judge and vote; chair-a decides',
    '    4. secretary-a: record the contract; researcher-a: accept the terms, join, and start the workspace',
    '    5. Analyse /data inside and put a result into /outbox; an export draft appears by itself',
    '    6. steward-a and steward-b: review each file and approve; researcher-a: download',
    '    7. Import a file with EICAR and see it stopped (security-a is told of the quarantine)',
    '    8. auditor-a: read the audit log and verify it',
    '',
    '  終了: Ctrl-C または ./suimon down   状態: ./suimon status   ログ: ./suimon logs',
    '  Stop: Ctrl-C or ./suimon down       Parts: ./suimon status  Logs: ./suimon logs',
    '',
  ].join('\n');
}
