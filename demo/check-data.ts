// Holds the made data against the catalogue: every table is there, its header is the dictionary's item names in order,
// its row count is the one stated, every value fits its type and its code list. Any difference ends with status 1.
// Run by Node's own type stripping: node check-data.ts <catalogueDir> <dataDir>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Item { readonly table: string; readonly name: string; readonly type: string; readonly codes?: readonly { readonly value: string }[] }
interface Dataset { readonly slug: string; readonly version: string; readonly items: readonly Item[]; readonly tables: readonly { readonly name: string; readonly rows: number }[] }

const SHAPES: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  boolean: /^[01]$/,
};

/** What is wrong with one column's values, or undefined; empty fields are missing values. */
function columnProblem(item: Item, values: Iterable<string>): string | undefined {
  const shape = SHAPES[item.type];
  const codes = item.codes && new Set(item.codes.map((code) => code.value));
  for (const value of values) {
    if (value === '') continue;
    if (codes && !codes.has(value)) return `"${value}" is not in the code list`;
    if (shape && !shape.test(value)) return `"${value}" is not of type ${item.type}`;
  }
  return undefined;
}

function tableProblems(dataset: Dataset, name: string, statedRows: number, content: string): string[] {
  const [header = '', ...lines] = content.replace(/\n$/, '').split('\n');
  const items = dataset.items.filter((item) => item.table === name);
  const expected = items.map((item) => item.name).join(',');
  if (header !== expected) return [`header is "${header}", the dictionary says "${expected}"`];
  if (content.includes('"')) return ['a value is quoted; the maker writes plain fields only'];
  const problems = lines.length === statedRows ? [] : [`has ${lines.length} rows, the catalogue says ${statedRows}`];
  const columns: string[][] = items.map(() => []);
  for (const line of lines) {
    const fields = line.split(',');
    if (fields.length !== items.length) return [...problems, `a row has ${fields.length} fields`];
    fields.forEach((field, index) => columns[index]?.push(field));
  }
  for (const [index, item] of items.entries()) {
    const problem = columnProblem(item, columns[index] ?? []);
    if (problem) problems.push(`column ${item.name}: ${problem}`);
  }
  return problems;
}

const [catalogueDir, dataDir] = process.argv.slice(2);
if (catalogueDir === undefined || dataDir === undefined) throw new Error('usage: node check-data.ts <catalogueDir> <dataDir>');
const datasets = readdirSync(catalogueDir).filter((file) => file.endsWith('.json')).sort().map((file) => JSON.parse(readFileSync(join(catalogueDir, file), 'utf8')) as Dataset);
const listed = new Set<string>();
const problems = datasets.flatMap((dataset) => dataset.tables.flatMap((table) => {
  const path = join(dataset.slug, dataset.version, `${table.name}.csv`);
  listed.add(path);
  try {
    return tableProblems(dataset, table.name, table.rows, readFileSync(join(dataDir, path), 'utf8')).map((problem) => `${path}: ${problem}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [`${path}: is missing`];
    throw error;
  }
}));
for (const made of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) if (made.endsWith('.csv') && !listed.has(made)) problems.push(`${made}: is not in the catalogue`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`checked: ${datasets.length} data sets, ${listed.size} tables`);
