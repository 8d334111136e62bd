// Makes the synthetic data sets of the demo: <outDir>/<slug>/<version>/<table>.csv.
// No row describes a real person. One seed and one fictional population of 3,000 people feed all five sets, so that
// `link_id` (連結ID) joins them. Only whole-number arithmetic and + - * / are used: the same bytes on every machine.
// Run by Node's own type stripping: node make-synthetic.ts <outDir>
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Cell = string | number;
type Row = readonly Cell[];

const SEED = 'suimon-demo-2026';
const VERSION = '1.0.0';
const DAY_MS = 86_400_000;

/** A stream of numbers in [0, 1) that depends on the seed and its own name only (sfc32 after an FNV-1a hash). */
function stream(name: string): () => number {
  let hash = 0x811c9dc5;
  for (const character of `${SEED}/${name}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const mixed = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return value ^ (value >>> 16);
  };
  let [a, b, c, d] = [mixed(), mixed(), mixed(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 16; warmUp += 1) next();
  return next;
}

/** What a maker asks of its stream. */
class Dice {
  readonly #next: () => number;
  constructor(name: string) { this.#next = stream(name); }
  chance(probability: number): boolean { return this.#next() < probability; }
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number { return low + Math.floor(this.#next() * (high - low + 1)); }
  pick<T>(values: readonly T[]): T {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
  /** About normal: the sum of twelve uniform numbers. */
  normal(mean: number, deviation: number): number {
    let sum = 0;
    for (let draw = 0; draw < 12; draw += 1) sum += this.#next();
    return mean + (sum - 6) * deviation;
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const fixed = (value: number, digits: number): string => value.toFixed(digits);
const isoDay = (epochDay: number): string => new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
const flag = (value: boolean): number => (value ? 1 : 0);
const serial = (prefix: string, number: number): string => `${prefix}${String(number).padStart(6, '0')}`;

// The population ------------------------------------------------------------------------------------------------

/** Chronic conditions: ICD-10 code, share of people at age 40 and the rise a year after it. */
const CONDITIONS = [
  { id: 'hypertension', icd10: 'I10', base: 0.1, rise: 0.011, drugs: ['ZZ14001F1018', 'ZZ14002F1029'] },
  { id: 'lipids', icd10: 'E78.5', base: 0.1, rise: 0.006, drugs: ['ZZ18001F1012'] },
  { id: 'diabetes', icd10: 'E11.9', base: 0.05, rise: 0.004, drugs: ['ZZ39001F1015', 'ZZ39002F1026'] },
  { id: 'asthma', icd10: 'J45.9', base: 0.06, rise: 0.0002, drugs: ['ZZ25001G1010'] },
  { id: 'reflux', icd10: 'K21.0', base: 0.06, rise: 0.002, drugs: ['ZZ32001F1011'] },
  { id: 'backPain', icd10: 'M54.5', base: 0.08, rise: 0.004, drugs: ['ZZ11001F1013', 'ZZ26001S1017'] },
  { id: 'fibrillation', icd10: 'I48.9', base: 0.005, rise: 0.0022, drugs: ['ZZ33001F1016'] },
  { id: 'kidney', icd10: 'N18.9', base: 0.01, rise: 0.0025, drugs: [] },
  { id: 'dementia', icd10: 'F03', base: 0.001, rise: 0.003, drugs: ['ZZ11901F1014'] },
] as const;
type ConditionId = (typeof CONDITIONS)[number]['id'];

const ACUTE = [
  { icd10: 'J06.9', drugs: ['ZZ11001F1013', 'ZZ22001F1019'] },
  { icd10: 'A09.9', drugs: ['ZZ23101B1011'] },
  { icd10: 'J30.4', drugs: ['ZZ44901F1012'] },
  { icd10: 'L30.9', drugs: ['ZZ26401M1018'] },
  { icd10: 'S93.4', drugs: ['ZZ26001S1017'] },
] as const;

interface Person { readonly linkId: string; readonly sex: '1' | '2'; readonly birthYear: number; readonly region: string; readonly conditions: ReadonlySet<ConditionId> }

const POPULATION_SIZE = 3000;
const REFERENCE_YEAR = 2023;

function makePopulation(): Person[] {
  const dice = new Dice('population');
  return Array.from({ length: POPULATION_SIZE }, (_unused, index) => {
    const sex = dice.chance(0.52) ? '2' : '1';
    const age = dice.chance(0.72) ? dice.whole(40, 94) : dice.whole(1, 39);
    const pastForty = Math.max(0, age - 40);
    const conditions = new Set<ConditionId>();
    for (const condition of CONDITIONS) {
      const share = age < 40 ? condition.base / 5 : condition.base + condition.rise * pastForty;
      if (dice.chance(share)) conditions.add(condition.id);
    }
    return { linkId: serial('SYN-', index + 1), sex, birthYear: REFERENCE_YEAR - age, region: dice.pick(['A', 'B', 'C', 'D', 'E']), conditions };
  });
}

/** `size` people in population order, chosen by the dice among those who fit. */
function sample(people: readonly Person[], size: number, dice: Dice, fits: (person: Person) => boolean = () => true): Person[] {
  const pool = people.filter(fits);
  if (pool.length < size) throw new Error(`only ${pool.length} people fit, ${size} are needed`);
  let wanted = size;
  return pool.filter((_person, index) => {
    const taken = dice.chance(wanted / (pool.length - index));
    if (taken) wanted -= 1;
    return taken;
  });
}

const ageIn = (person: Person, year: number): number => year - person.birthYear;
/** The day as text, or the year's end after birth where the day would come before it. */
const sinceBirth = (person: Person, epochDay: number): string => isoDay(Math.max(epochDay, dayOf(`${person.birthYear}-12-31`)));

// The five data sets ---------------------------------------------------------------------------------------------

interface Table { readonly path: string; readonly header: readonly string[]; readonly rows: Row[] }
const table = (slug: string, name: string, header: readonly string[]): Table => ({ path: join(slug, VERSION, `${name}.csv`), header, rows: [] });

const MONTHS = Array.from({ length: 12 }, (_unused, index) => `${index < 9 ? 2023 : 2024}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`);

/** レセプト風: one year of claims with diagnoses and drugs. */
function makeClaims(people: readonly Person[]): Table[] {
  const dice = new Dice('claims');
  const slug = 'synthetic-claims';
  const patients = table(slug, 'patients', ['link_id', 'sex', 'birth_year', 'region', 'insurance_kind', 'enrolled_on']);
  const claims = table(slug, 'claims', ['claim_id', 'link_id', 'claim_month', 'claim_kind', 'visit_days', 'points']);
  const diagnoses = table(slug, 'diagnoses', ['claim_id', 'seq', 'icd10', 'started_on', 'is_primary', 'is_suspected']);
  const drugs = table(slug, 'drugs', ['claim_id', 'seq', 'drug_code', 'daily_quantity', 'days_supplied']);
  for (const person of sample(people, 2000, dice)) {
    const age = ageIn(person, REFERENCE_YEAR);
    const insurance = age >= 75 ? '3' : dice.chance(0.55) ? '1' : '2';
    patients.rows.push([person.linkId, person.sex, person.birthYear, person.region, insurance, sinceBirth(person, dayOf('2015-04-01') + dice.whole(0, 2800))]);
    const chronic = CONDITIONS.filter((condition) => person.conditions.has(condition.id));
    const began = new Map(chronic.map((condition) => [condition.id, sinceBirth(person, dayOf('2016-01-01') + dice.whole(0, 2600))]));
    for (const month of MONTHS) {
      if (!dice.chance(chronic.length > 0 ? 0.78 : 0.22)) continue;
      const inpatient = dice.chance(age >= 75 ? 0.035 : 0.01);
      const claimId = serial('CLM-', claims.rows.length + 1);
      const days = inpatient ? dice.whole(3, 24) : dice.whole(1, 3);
      const points = inpatient ? days * dice.whole(2600, 4200) : days * dice.whole(90, 480) + chronic.length * dice.whole(120, 320);
      claims.rows.push([claimId, person.linkId, month, inpatient ? '1' : '2', days, points]);
      const acute = dice.chance(chronic.length > 0 ? 0.2 : 0.9) ? dice.pick(ACUTE) : undefined;
      const stated = [...chronic.map((condition) => ({ icd10: condition.icd10 as string, from: began.get(condition.id) ?? `${month}-01` })), ...(acute ? [{ icd10: acute.icd10 as string, from: `${month}-${String(dice.whole(1, 28)).padStart(2, '0')}` }] : [])];
      stated.forEach((diagnosis, index) => diagnoses.rows.push([claimId, index + 1, diagnosis.icd10, diagnosis.from, flag(index === 0), flag(index > 0 && dice.chance(0.06))]));
      const prescribed = [...chronic.flatMap((condition) => (condition.drugs.length > 0 && dice.chance(0.8) ? [{ code: dice.pick<string>(condition.drugs), days: dice.pick([14, 28, 28, 30]) }] : [])), ...(acute ? acute.drugs.map((code) => ({ code: code as string, days: dice.whole(3, 7) })) : [])];
      prescribed.forEach((drug, index) => drugs.rows.push([claimId, index + 1, drug.code, dice.pick([1, 1, 2, 3]), drug.days]));
    }
  }
  return [patients, claims, diagnoses, drugs];
}

/** 薬局調剤: dispensing records of community pharmacies. */
function makeDispensing(people: readonly Person[]): Table[] {
  const dice = new Dice('dispensing');
  const slug = 'synthetic-pharmacy-dispensing';
  const customers = table(slug, 'customers', ['link_id', 'sex', 'birth_year', 'has_allergy_record']);
  const items = table(slug, 'dispensed_items', ['dispensing_id', 'link_id', 'dispensed_on', 'drug_code', 'daily_quantity', 'days_supplied', 'is_generic', 'leftover_days']);
  let dispensing = 0;
  for (const person of sample(people, 1200, dice, (candidate) => candidate.conditions.size > 0)) {
    customers.rows.push([person.linkId, person.sex, person.birthYear, flag(dice.chance(0.18))]);
    const regular = CONDITIONS.filter((condition) => person.conditions.has(condition.id) && condition.drugs.length > 0).map((condition) => ({ code: dice.pick<string>(condition.drugs), generic: dice.chance(0.8) }));
    const end = dayOf('2024-03-31');
    for (let day = dayOf('2023-04-01') + dice.whole(0, 27); day <= end && regular.length > 0; day += dice.whole(27, 63)) {
      dispensing += 1;
      const days = dice.pick([28, 28, 30, 56]);
      for (const drug of regular) if (dice.chance(0.92)) items.rows.push([serial('DSP-', dispensing), person.linkId, isoDay(day), drug.code, dice.pick([1, 1, 2]), days, flag(drug.generic), dice.chance(0.7) ? 0 : dice.whole(1, 14)]);
    }
  }
  return [customers, items];
}

const CARE_LEVELS = ['12', '13', '21', '22', '23', '24', '25'] as const;

/** 介護: assessments and monthly services of care providers. */
function makeCare(people: readonly Person[]): Table[] {
  const dice = new Dice('care');
  const slug = 'synthetic-care-services';
  const users = table(slug, 'users', ['link_id', 'sex', 'birth_year', 'household']);
  const assessments = table(slug, 'assessments', ['assessment_id', 'link_id', 'assessed_on', 'care_level', 'adl_score', 'cognition_grade', 'weight_kg', 'fell_last_half_year']);
  const services = table(slug, 'services', ['link_id', 'service_month', 'service_code', 'times', 'units']);
  for (const person of sample(people, 500, dice, (candidate) => ageIn(candidate, REFERENCE_YEAR) >= 70)) {
    const age = ageIn(person, REFERENCE_YEAR);
    const demented = person.conditions.has('dementia');
    users.rows.push([person.linkId, person.sex, person.birthYear, dice.pick(['1', '2', '3'])]);
    let level = clamp(Math.round(dice.normal(demented ? 3.4 : 1.6 + (age - 70) / 14, 1.2)), 0, CARE_LEVELS.length - 1);
    let weight = dice.normal(person.sex === '1' ? 60 : 50, 7);
    for (const month of MONTHS) {
      const quarterly = month.endsWith('04') || month.endsWith('10');
      if (quarterly) {
        if (dice.chance(0.15)) level = clamp(level + 1, 0, CARE_LEVELS.length - 1);
        weight = clamp(weight + dice.normal(-0.3, 0.9), 30, 95);
        const adl = clamp(Math.round(dice.normal(95 - level * 13, 8) / 5) * 5, 0, 100);
        const cognition = clamp(Math.round(dice.normal(demented ? 3 : 0.6, 0.7)), 0, 4);
        assessments.rows.push([serial('ASM-', assessments.rows.length + 1), person.linkId, `${month}-${String(dice.whole(1, 28)).padStart(2, '0')}`, CARE_LEVELS[level] ?? '', adl, cognition, dice.chance(0.04) ? '' : fixed(weight, 1), flag(dice.chance(0.1 + level * 0.02))]);
      }
      const wanted = level <= 1 ? ['X1', 'X4'] : ['X1', 'X2', 'X3', 'X4', 'X5'];
      for (const code of wanted) {
        if (!dice.chance(code === 'X4' ? 0.55 : 0.35)) continue;
        const times = dice.whole(1, code === 'X5' ? 2 : 12);
        services.rows.push([person.linkId, month, code, times, times * dice.whole(220, 780)]);
      }
    }
  }
  return [users, assessments, services];
}

/** 訪問看護のIoT: readings that devices at home relay, with gaps when a device is silent. */
function makeVitals(people: readonly Person[]): Table[] {
  const dice = new Dice('vitals');
  const slug = 'synthetic-home-vitals';
  const patients = table(slug, 'patients', ['link_id', 'sex', 'birth_year', 'visits_per_week']);
  const readings = table(slug, 'readings', ['link_id', 'measured_on', 'measured_hour', 'device_kind', 'systolic', 'diastolic', 'pulse', 'spo2', 'temperature', 'relay_delay_min']);
  for (const person of sample(people, 120, dice, (candidate) => ageIn(candidate, REFERENCE_YEAR) >= 65)) {
    patients.rows.push([person.linkId, person.sex, person.birthYear, dice.whole(1, 4)]);
    const systolic = dice.normal(person.conditions.has('hypertension') ? 142 : 124, 8);
    const pulse = dice.normal(person.conditions.has('fibrillation') ? 84 : 72, 6);
    const oxygen = dice.normal(person.conditions.has('asthma') ? 95.5 : 97, 0.8);
    for (let day = dayOf('2024-01-01'); day <= dayOf('2024-03-31'); day += 1) {
      if (dice.chance(0.07)) continue;
      for (const hour of dice.chance(0.4) ? [7, 19] : [7]) {
        const high = Math.round(dice.normal(systolic, 7));
        const cuff = dice.chance(0.94);
        readings.rows.push([
          person.linkId, isoDay(day), hour + dice.whole(0, 2), cuff ? '1' : '2', cuff ? high : '', cuff ? Math.round(high * 0.55 + dice.normal(4, 4)) : '',
          Math.round(clamp(dice.normal(pulse, 5), 40, 150)), Math.round(clamp(dice.normal(oxygen, 1), 82, 100)), fixed(clamp(dice.normal(36.4, 0.3), 35, 39.8), 1), dice.chance(0.9) ? dice.whole(0, 3) : dice.whole(4, 240),
        ]);
      }
    }
  }
  return [patients, readings];
}

const LAB_TESTS = [
  { code: 'ZL3D046', low: 4.6, high: 6.2, unit: '%', digits: 1, mean: 5.6, deviation: 0.35, raisedBy: 'diabetes', raise: 1.5 },
  { code: 'ZL3F077', low: 65, high: 163, unit: 'mg/dL', digits: 0, mean: 112, deviation: 24, raisedBy: 'lipids', raise: 30 },
  { code: 'ZL3C015', low: 0.46, high: 1.07, unit: 'mg/dL', digits: 2, mean: 0.78, deviation: 0.15, raisedBy: 'kidney', raise: 0.7 },
  { code: 'ZL2A030', low: 11.6, high: 16.8, unit: 'g/dL', digits: 1, mean: 13.7, deviation: 1.2, raisedBy: 'kidney', raise: -1.6 },
  { code: 'ZL3B035', low: 13, high: 30, unit: 'U/L', digits: 0, mean: 23, deviation: 6, raisedBy: 'lipids', raise: 3 },
] as const;

/** 地域医療情報連携: encounters and laboratory results that a network operator shares between hospitals and clinics. */
function makeNetwork(people: readonly Person[]): Table[] {
  const dice = new Dice('network');
  const slug = 'synthetic-regional-network';
  const participants = table(slug, 'participants', ['link_id', 'sex', 'birth_year', 'region', 'consented_on']);
  const encounters = table(slug, 'encounters', ['encounter_id', 'link_id', 'facility_kind', 'started_on', 'ended_on', 'reason_icd10']);
  const results = table(slug, 'lab_results', ['encounter_id', 'test_code', 'value', 'unit', 'flag']);
  for (const person of sample(people, 1500, dice, (candidate) => ageIn(candidate, REFERENCE_YEAR) >= 20)) {
    const consented = dayOf('2019-04-01') + dice.whole(0, 1400);
    participants.rows.push([person.linkId, person.sex, person.birthYear, person.region, isoDay(consented)]);
    const reasons: string[] = CONDITIONS.filter((condition) => person.conditions.has(condition.id)).map((condition) => condition.icd10);
    const count = clamp(Math.round(dice.normal(1.5 + reasons.length, 1)), 0, 8);
    const days = Array.from({ length: count }, () => dayOf('2023-04-01') + dice.whole(0, 350)).sort((a, b) => a - b);
    for (const start of days) {
      const encounterId = serial('ENC-', encounters.rows.length + 1);
      const inHospital = dice.chance(0.4);
      encounters.rows.push([encounterId, person.linkId, inHospital ? '1' : '2', isoDay(start), isoDay(start + (inHospital && dice.chance(0.2) ? dice.whole(2, 15) : 0)), reasons.length > 0 ? dice.pick(reasons) : dice.pick(ACUTE).icd10]);
      if (!dice.chance(0.65)) continue;
      for (const test of LAB_TESTS) {
        if (!dice.chance(0.75)) continue;
        const value = Math.max(test.low / 2, dice.normal(test.mean + (person.conditions.has(test.raisedBy) ? test.raise : 0), test.deviation));
        results.rows.push([encounterId, test.code, fixed(value, test.digits), test.unit, value < test.low ? 'L' : value > test.high ? 'H' : 'N']);
      }
    }
  }
  return [participants, encounters, results];
}

const outDir = process.argv[2];
if (outDir === undefined) throw new Error('usage: node make-synthetic.ts <outDir>');
const people = makePopulation();
const tables = [makeClaims, makeDispensing, makeCare, makeVitals, makeNetwork].flatMap((make) => make(people));
for (const made of tables) {
  const path = join(outDir, made.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${[made.header, ...made.rows].map((row) => row.join(',')).join('\n')}\n`);
}
console.log(`synthetic: ${tables.length} tables`);
