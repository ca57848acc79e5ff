/** `Session`: who is at the sheet, and as whom the script runs. */
import { type Emulates, emulates, google } from './emulated';
import { call } from './server';

type Session = GoogleAppsScript.Base.Session;
type User = GoogleAppsScript.Base.User;

class LocalUser implements Emulates<LocalUser, User> {
  constructor(private readonly email: string) {}
  getEmail(): string {
    return this.email;
  }
  toString(): string {
    return this.email;
  }
}

class LocalSession implements Emulates<LocalSession, Session> {
  constructor(private readonly zone: string) {}
  getActiveUser(): User {
    return userOf(call('Session.getActiveUser'));
  }
  getEffectiveUser(): User {
    return userOf(call('Session.getEffectiveUser'));
  }
  getActiveUserLocale(): string {
    return call('Session.getActiveUserLocale');
  }
  getScriptTimeZone(): string {
    return this.zone;
  }
  getTemporaryActiveUserKey(): string {
    return call('Session.getTemporaryActiveUserKey');
  }
}

emulates('Session', LocalSession);
emulates('User', LocalUser);

export const userOf = (email: string): User => google<User>(new LocalUser(email));
export const makeSession = (zone: string): Session => google<Session>(new LocalSession(zone));
