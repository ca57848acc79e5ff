/** Entry of the deployed functions: composes the real clock, Firestore and Sheets. */
import { readConfig } from './config';
import { registerFunctions } from './http/functions';
import { identifyDeps } from './http/identify';
import { makeLog } from './http/log';
import type { Service } from './http/service';

const config = readConfig(process.env);
const identifying = identifyDeps(config, makeLog(config.project));

/** Firestore's client is most of what a start takes: it waits for a call that is let in. */
const openService = async (): Promise<Service> => {
  const { openFirestore } = await import('./store/firestore');
  const { makeService } = await import('./http/service');
  return makeService({
    config,
    clock: () => new Date(),
    db: openFirestore(config.project ?? undefined),
    identifyDeps: identifying,
    digestSenders: async () => (await import('./outbound/channels')).openChannels(config),
    sheets: async () => (await import('./sheets/client')).openSheets(config.sheetsRoot),
  });
};

registerFunctions(identifying, openService);
