import { hash, verify } from '@node-rs/argon2';
import { Denial } from '@suimon/domain';
import type { Credentials, PeopleQueries } from '@suimon/persistence';
import type { Clock } from '@suimon/use-cases';
import { verify as verifyCode } from 'otplib';
import type { FieldCipher } from './field-cipher.js';

/** A hash nobody's password has: verifying against it makes an unknown login as slow as a known one. */
const NOBODY = await hash('nobody');

/** Two factors of different kinds: a password (known) and a one-time code (held) (R022-R024, R040, R044). */
export class SignIn {
  constructor(private readonly people: PeopleQueries, private readonly cipher: FieldCipher, private readonly clock: Clock) {}

  /** First factor. Throws one and the same denial for an unknown login and a wrong password. */
  async password(login: string, password: string): Promise<Credentials> {
    const person = await this.people.byLogin(login);
    if (person?.lockedUntil && person.lockedUntil > this.clock.now()) throw new Denial('access', 'too-many-attempts');
    const matches = await verify(person?.passwordHash ?? NOBODY, password);
    if (!person || !matches) {
      if (person) await this.people.recordFailure(person.id);
      throw new Denial('access', 'credentials-wrong');
    }
    return person;
  }

  /** Second factor: RFC 6238, one step of drift, each code once. */
  async code(personId: string, code: string): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) throw new Denial('access', 'sign-in-required');
    if (person.lockedUntil && person.lockedUntil > this.clock.now()) throw new Denial('access', 'too-many-attempts');
    const result = await verifyCode({ secret: this.cipher.open(person.totpSecret), token: code, epochTolerance: 30 });
    const step = result.valid && 'timeStep' in result ? result.timeStep : null;
    if (step === null || !(await this.people.useTotpStep(person.id, step))) {
      await this.people.recordFailure(person.id);
      throw new Denial('access', 'code-wrong');
    }
    await this.people.clearFailures(person.id);
  }
}
