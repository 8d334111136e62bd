/** A small complete catalogue entry for tests. */
export const demoDataset = {
  slug: 'test-cohort', version: '1.0.0', title: { ja: '試験用コホート', en: 'Test cohort' }, summary: { ja: '試験のための小さなデータです。', en: 'A small dataset for tests.' }, provider: { ja: '大学A', en: 'University A' },
  providerKind: 'hospital', dbKind: 'public', dataClass: 'medical', sensitivity: 'sensitive', steward: 'steward-a', synthetic: true, iotOrigin: false, people: 3, rows: 3,
  duo: [{ code: 'DUO:0000042', label: { ja: '一般研究利用', en: 'General research use' } }], conditions: { ja: '条件', en: 'Conditions' }, legalBasis: { ja: '法的根拠', en: 'Legal basis' }, licence: 'CC0-1.0', citation: 'Made for tests.',
  keywords: [{ ja: '糖尿病', en: 'diabetes' }],
  items: [
    { table: 'visits', name: 'person_id', label: { ja: '個人番号', en: 'Person number' }, type: 'text' },
    { table: 'visits', name: 'hba1c', label: { ja: 'ヘモグロビンA1c', en: 'Haemoglobin A1c' }, type: 'decimal', unit: '%' },
    { table: 'visits', name: 'age', label: { ja: '年齢', en: 'Age' }, type: 'integer', unit: 'a' },
  ],
  tables: [{ name: 'visits', label: { ja: '受診', en: 'Visits' }, rows: 3 }],
};
