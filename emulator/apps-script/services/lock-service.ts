/** `LockService`: lets one execution at a time do something. */
import type { PropertyScope } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, scriptException } from './host-bridge';

type Lock = GoogleAppsScript.Lock.Lock;
type LockService = GoogleAppsScript.Lock.LockService;

class LocalLock implements Emulates<LocalLock, Lock> {
  constructor(private readonly scope: PropertyScope) {}
  tryLock(milliseconds: number): boolean {
    return callHost('Lock.tryLock', this.scope, milliseconds);
  }
  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) {
      throw scriptException('Lock timeout: another process was holding the lock for too long.');
    }
  }
  releaseLock(): void {
    callHost('Lock.releaseLock', this.scope);
  }
  hasLock(): boolean {
    return callHost('Lock.hasLock', this.scope);
  }
}

class LocalLockService implements Emulates<LocalLockService, LockService> {
  getScriptLock(): Lock {
    return asGoogle<Lock>(new LocalLock('script'));
  }
  getDocumentLock(): Lock {
    return asGoogle<Lock>(new LocalLock('document'));
  }
  getUserLock(): Lock {
    return asGoogle<Lock>(new LocalLock('user'));
  }
}

emulates('LockService', LocalLockService);
emulates('Lock', LocalLock);

export const makeLockService = (): LockService => asGoogle<LockService>(new LocalLockService());
