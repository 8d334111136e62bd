import type { FormField } from '@suimon/domain';
import type { Language } from './words.js';

/** What the people of a journey look for and write, in their language. The rest of what they see comes from the portal. */
export interface Story {
  readonly lead: string;
  readonly member: string;
  readonly dataset: { readonly slug: string; readonly word: string; readonly column: string; readonly asked: readonly string[] };
  readonly title: string;
  readonly sentence: string;
  readonly returnComment: string;
  readonly correctedPlan: string;
  readonly conflict: string;
  readonly judgement: string;
  readonly conditions: string;
  readonly importReason: string;
  readonly refusal: string;
  readonly exportReason: string;
  readonly secondLook: string;
}

export const STORIES: Readonly<Record<Language, Story>> = {
  ja: {
    lead: 'researcher-a', member: 'researcher-b',
    dataset: { slug: 'ncctg-lung-cancer', word: '肺癌', column: 'ph.karno', asked: ['time', 'status', 'age', 'sex', 'ph.karno'] },
    title: '進行肺癌の予後因子の研究', sentence: '進行肺癌の患者の生存期間を、年齢と性別で調整し、医師の評価と患者自身の評価のどちらがよく予測するかを調べます。',
    returnComment: '「公表の計画」に、投稿先の候補と公表の時期を書いてください。', correctedPlan: '2027年の日本癌学会で発表したあと、査読付きの国際誌に投稿し、同じ年に論文として公表します。',
    conflict: '申請者と共同研究をしています。', judgement: '目的、データ項目、結果の扱いは妥当です。', conditions: '10人未満のセルは、取り出す前に区分をまとめてください。',
    importReason: '解析に使うカルノフスキー指数の区分表です。承認されたデータの列と組み合わせて、群を分けるために使います。', refusal: '区分の説明の列がありません。列 label を加えて出し直してください。',
    exportReason: '男女別の人数と平均の生存期間をまとめた集計表です。すべての群は10人以上です。学会発表と論文の表1に使うために取り出します。', secondLook: '前回の取出しと重なる群はありません。',
  },
  en: {
    lead: 'researcher-c', member: 'researcher-b',
    dataset: { slug: 'colon-adjuvant-trial', word: 'colon cancer', column: 'node4', asked: ['rx', 'sex', 'age', 'status', 'time', 'etype', 'node4'] },
    title: 'Survival after adjuvant chemotherapy', sentence: 'We ask how long patients with colon cancer survive after adjuvant chemotherapy, adjusted for age, sex and lymph nodes.',
    returnComment: 'Please name a likely journal and the time of publication under “Plan for publication”.', correctedPlan: 'A talk at a cancer congress in 2027, then a peer-reviewed paper in an international journal of oncology in the same year.',
    conflict: 'I work with the applicant on another study.', judgement: 'The purpose, the data items and the handling of results are sound.', conditions: 'Merge cells of fewer than ten people before taking tables out.',
    importReason: 'A table that groups patients by lymph nodes. We join it with the approved columns to split the trial into groups.', refusal: 'The column that explains the groups is missing. Add a column named label and submit it again.',
    exportReason: 'Tables of counts and of mean survival by sex. Every group has at least ten people. We need them for a talk and for table 1 of the paper.', secondLook: 'No group overlaps with an earlier release.',
  },
};

/** An answer of the length that a field asks for. */
export function answerTo({ minLength = 1, maxLength = 4000 }: Pick<FormField, 'minLength' | 'maxLength'>, { sentence }: Story): string {
  return sentence.repeat(Math.ceil(minLength / sentence.length)).slice(0, maxLength);
}
/** A day in Japan, so many days from now. */
export const dayFromNow = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() + days * 86_400_000);
