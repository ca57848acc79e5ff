/** Entry of the deployed functions: composes the real clock, Firestore and Sheets. */
import { readConfig } from './config';
import { registerFunctions } from './http/functions';
import { makeLog } from './http/log';
import { makeService } from './http/service';
import { openFirestore } from './store/firestore';

const config = readConfig(process.env);
const db = openFirestore(config.project ?? undefined);

registerFunctions(
  makeService({
    config,
    clock: () => new Date(),
    db,
    log: makeLog(config.project),
    digestSenders: async () => (await import('./outbound/channels')).openChannels(config),
    sheets: async () => (await import('./sheets/client')).openSheets(config.sheetsRoot),
  }),
);
