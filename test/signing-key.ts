import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { onceAWorker } from './once-a-worker';

/** What suites in memory sign identity tokens with: making a key takes longer than all else at their start. */
export const signingKey = (): KeyObject =>
  onceAWorker('signing key', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
