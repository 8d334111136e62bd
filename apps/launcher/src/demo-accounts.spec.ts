import { parseSeedOutput } from './demo-accounts.js';

const accounts = [{ login: 'sato', password: 'p', totpSecret: 'S', roleJa: '研究者', roleEn: 'Researcher' }];

describe('the seed’s output', () => {
  it('is read from its last line', () => {
    expect(parseSeedOutput(`{"level":"info"}\nseeded\n${JSON.stringify({ accounts })}\n`)).toEqual(accounts);
  });

  it('is read when it is printed over many lines', () => {
    expect(parseSeedOutput(`seeded\n${JSON.stringify({ accounts }, null, 2)}\n`)).toEqual(accounts);
  });

  it('is refused when it holds no accounts', () => {
    expect(() => parseSeedOutput('{"level":"info"}\n')).toThrow('did not print its accounts');
  });
});
