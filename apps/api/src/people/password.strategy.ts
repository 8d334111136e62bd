import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { Credentials } from '@suimon/persistence';
import { Injectable } from '@nestjs/common';
import { SignIn } from './sign-in.js';

/** Passport's local strategy: the first factor. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignIn) { super({ usernameField: 'login', passwordField: 'password' }); }
  validate(login: string, password: string): Promise<Credentials> { return this.signIn.password(login, password); }
}
