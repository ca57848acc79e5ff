/**
 * How a client in the process of the embedded server reaches it: its messages are handed over as the bytes that would travel, since
 * HTTP/2 over a socket takes the process longer than answering them. All others speak gRPC over the socket.
 */
import {
  type ChannelInterface,
  connectivityState,
  type Deadline,
  type InterceptingListener,
  Metadata,
  type ServiceDefinition,
  type StatusObject,
  status,
} from '@grpc/grpc-js';
import { GrpcRefusal, unimplemented } from './messages';

/** Answers the messages that a method sends back. Throws a GrpcRefusal for what is refused. */
export type RpcAnswer = (request: unknown) => Promise<readonly object[]>;

/** A running server: what it serves, and how. */
export interface DirectServer {
  definition: ServiceDefinition;
  /** By the names of the methods; those that are missing are not emulated. */
  answers: ReadonlyMap<string, RpcAnswer>;
  /** Calls that are not over. */
  calls: Set<DirectCall>;
}

type Call = ReturnType<ChannelInterface['createCall']>;
/** Settings of a Firestore client. */
type DirectSettings = { 'grpc.channelFactoryOverride'?: () => ChannelInterface };

const STOPPED = 'The embedded Firestore has stopped.';

/** The servers that run in this process, by HOST:PORT. */
const directServers = new Map<string, DirectServer>();

/** Answers what ends it; calls that are not over then fail as when a socket is cut. */
export function serveDirectly(
  host: string,
  served: Pick<DirectServer, 'definition' | 'answers'>,
): () => void {
  const server: DirectServer = { ...served, calls: new Set() };
  directServers.set(host, server);
  return () => {
    directServers.delete(host);
    for (const call of server.calls) call.cancelWithStatus(status.UNAVAILABLE, STOPPED);
  };
}

/** For a client of the Firestore at HOST:PORT; nothing where that runs in another process. */
export const directSettings = (host: string): DirectSettings =>
  directServers.has(host) ? { 'grpc.channelFactoryOverride': () => new DirectChannel(host) } : {};

class DirectChannel implements ChannelInterface {
  constructor(private readonly host: string) {}

  createCall(path: string, deadline: Deadline): Call {
    return new DirectCall(directServers.get(this.host), path, deadline);
  }

  getTarget(): string {
    return this.host;
  }

  getConnectivityState(): connectivityState {
    return connectivityState.READY;
  }

  watchConnectivityState(): void {}

  getChannelzRef(): ReturnType<ChannelInterface['getChannelzRef']> {
    throw new Error('There is no channelz of a direct channel.');
  }

  close(): void {}
}

class DirectCall implements Call {
  private listener: InterceptingListener | undefined;
  private request: Buffer = Buffer.alloc(0);
  /** Asked for by the client, which takes one message after the other. */
  private wanted = 0;
  private messages: Buffer[] = [];
  private end: StatusObject | undefined;
  private isOver = false;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly server: DirectServer | undefined,
    private readonly path: string,
    deadline: Deadline,
  ) {
    server?.calls.add(this);
    const left = Number(deadline) - Date.now();
    if (Number.isFinite(left))
      this.timer = setTimeout(
        () => this.cancelWithStatus(status.DEADLINE_EXCEEDED, 'Deadline exceeded'),
        left,
      );
  }

  start(_metadata: Metadata, listener: InterceptingListener): void {
    this.listener = listener;
    // Where the requests are a stream, the server does not wait for the end of it.
    if (this.method?.requestStream !== false) setImmediate(() => this.run());
  }

  sendMessageWithContext({ callback }: Parameters<Call['sendMessageWithContext']>[0], message: Buffer): void {
    this.request = message;
    if (callback) process.nextTick(callback);
  }

  halfClose(): void {
    if (this.method?.requestStream === false) setImmediate(() => this.run());
  }

  startRead(): void {
    this.wanted += 1;
    this.deliver();
  }

  cancelWithStatus(code: status, details: string): void {
    if (this.isOver) return;
    this.messages = [];
    this.endWith(code, details);
  }

  getPeer(): string {
    return 'this process';
  }

  getCallNumber(): number {
    return 0;
  }

  setCredentials(): void {}

  getAuthContext(): null {
    return null;
  }

  private get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  private get method(): ServiceDefinition[string] | undefined {
    return this.server?.definition[this.name];
  }

  private async run(): Promise<void> {
    if (this.end !== undefined) return;
    if (this.server === undefined) return this.endWith(status.UNAVAILABLE, STOPPED);
    this.listener?.onReceiveMetadata(new Metadata());
    const answered = await this.answered(this.server).catch((error: unknown) =>
      error instanceof GrpcRefusal ? error : new GrpcRefusal(status.INTERNAL, String(error)),
    );
    if (this.end !== undefined) return;
    if (answered instanceof GrpcRefusal) return this.endWith(answered.code, answered.details);
    this.messages = answered;
    this.endWith(status.OK, '');
  }

  private async answered({ answers }: DirectServer): Promise<Buffer[]> {
    const { method, name } = this;
    const answer = answers.get(name);
    if (answer === undefined || method === undefined || method.requestStream) throw unimplemented(name);
    return (await answer(method.requestDeserialize(this.request))).map(method.responseSerialize);
  }

  private endWith(code: status, details: string): void {
    this.end = { code, details, metadata: new Metadata() };
    clearTimeout(this.timer);
    this.server?.calls.delete(this);
    this.deliver();
  }

  private deliver(): void {
    while (this.wanted > 0 && this.messages.length > 0) {
      this.wanted -= 1;
      this.listener?.onReceiveMessage(this.messages.shift());
    }
    if (this.messages.length > 0 || this.end === undefined || this.isOver) return;
    this.isOver = true;
    this.listener?.onReceiveStatus(this.end);
  }
}
