/** `Session`: who is at the sheet, and as whom the script runs. */
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost } from './host-bridge';

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
    return newUser(callHost('Session.getActiveUser'));
  }
  getEffectiveUser(): User {
    return newUser(callHost('Session.getEffectiveUser'));
  }
  getActiveUserLocale(): string {
    return callHost('Session.getActiveUserLocale');
  }
  getScriptTimeZone(): string {
    return this.zone;
  }
  getTemporaryActiveUserKey(): string {
    return callHost('Session.getTemporaryActiveUserKey');
  }
}

emulates('Session', LocalSession);
emulates('User', LocalUser);

export const newUser = (email: string): User => asGoogle<User>(new LocalUser(email));
export const makeSession = (zone: string): Session => asGoogle<Session>(new LocalSession(zone));
