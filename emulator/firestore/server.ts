/** An embedded Firestore for development and tests, to which the unchanged Node client speaks gRPC. */
import { once } from 'node:events';
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { toSuiteProblem } from '../problems/suite-problem';
import { encodeStoredDocuments } from './document-encoding';
import { firestoreService, GrpcRefusal, unimplemented } from './messages';
import { type RpcMethods, rpcMethods } from './rpc-methods';
import { EmbeddedStore } from './store';

export type RunningFirestore = {
  /** For FIRESTORE_EMULATOR_HOST: "127.0.0.1:PORT". */
  host: string;
  port: number;
  kind: 'embedded' | 'official';
  stop(): Promise<void>;
};

export type EmbeddedFirestoreOptions = {
  /** 0, the default, chooses a free port. */
  port?: number;
  /** Folder of the journal; null or missing keeps everything in memory only. */
  dataDir?: string | null;
  /** How long a transaction for which others wait may be idle before it is aborted, in milliseconds. */
  idleTransactionMs?: number;
};

/** Far above any allowed request, so that limits are refused with Firestore's messages and not with gRPC's. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;

/** Throws if another server uses the folder, its journal is damaged, or the port is taken. */
export async function startFirestore(options: EmbeddedFirestoreOptions = {}): Promise<RunningFirestore> {
  const store = new EmbeddedStore({
    dataDir: options.dataDir ?? null,
    idleMs: options.idleTransactionMs ?? 5_000,
    nowMs: Date.now,
  });
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  });
  const definition = encodeStoredDocuments(firestoreService());
  server.addService(definition, grpcHandlers(definition, rpcMethods(store)));
  let port: number;
  try {
    port = await bindServer(server, options.port ?? 0);
  } catch (error) {
    store.stop();
    throw error;
  }
  return {
    host: `127.0.0.1:${port}`,
    port,
    kind: 'embedded',
    stop: async () => {
      server.forceShutdown();
      store.stop();
    },
  };
}

function bindServer(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
}

/** gRPC has already decoded the request by the protos. */
type RpcHandler = (request: never) => Promise<object>;

function grpcHandlers(definition: ServiceDefinition, methods: RpcMethods): UntypedServiceImplementation {
  const byName = new Map<string, RpcHandler>(Object.entries(methods));
  const implementation: UntypedServiceImplementation = {};
  for (const [name, { requestStream, responseStream }] of Object.entries(definition)) {
    const handler = byName.get(name);
    if (handler && !requestStream)
      implementation[name] = responseStream ? streamHandler(handler) : unaryHandler(handler);
    else if (responseStream)
      implementation[name] = (call: ServerWritableStream<unknown, object>) => refuseStream(call, name);
    else
      implementation[name] = (_call: unknown, answer: sendUnaryData<object>) => answer(unimplemented(name));
  }
  return implementation;
}

/** Sent before an error: without headers the client would retry for seconds. */
const HEADERS = new Metadata();

function refuseStream(call: ServerWritableStream<unknown, object>, name: string): void {
  call.sendMetadata(HEADERS);
  call.emit('error', unimplemented(name));
}

function unaryHandler(handler: RpcHandler) {
  return (call: ServerUnaryCall<unknown, object>, answer: sendUnaryData<object>) => {
    handler(call.request as never).then(
      (response) => answer(null, response),
      (error: unknown) => answer(toRefusal(error)),
    );
  };
}

function streamHandler(handler: RpcHandler) {
  return (call: ServerWritableStream<unknown, object>) => {
    call.sendMetadata(HEADERS);
    handler(call.request as never)
      .then(async (responses) => {
        for (const response of responses as object[]) {
          if (call.cancelled) return;
          if (!call.write(response)) await once(call, 'drain');
        }
        call.end();
      })
      .catch((error: unknown) => call.emit('error', toRefusal(error)));
  };
}

/**
 * A bug is answered as INTERNAL, and its stack is printed. A full disk is answered as INTERNAL with a sentence, too: with a more
 * fitting code the client would retry the commit for a minute.
 */
function toRefusal(error: unknown): GrpcRefusal {
  if (error instanceof GrpcRefusal) return error;
  const problem = toSuiteProblem(error);
  console.error(problem ? `${problem.code}: ${problem.words.en}` : error);
  return new GrpcRefusal(status.INTERNAL, problem ? problem.words.en : String(error));
}
