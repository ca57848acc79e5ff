/** A real SMTP server on this machine, which does as a test wants. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type ReadMail, readMail } from '../../../emulator/mailbox/read-mail';

export interface TestMailServer {
  port: number;
  /** What arrived, with the addresses that the envelope names. */
  mails: (ReadMail & { envelopeTo: readonly string[] })[];
  connections(): Iterable<{ id: string; close(): void }>;
  stop(): Promise<void>;
}

/** Without encryption and sign-in, unless the options say otherwise. */
export const startTestMailServer = async (options: SMTPServerOptions = {}): Promise<TestMailServer> => {
  const mails: TestMailServer['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    // The name of whoever connects is nobody's concern here.
    disableReverseLookup: true,
    closeTimeout: 10,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        mails.push({ ...readMail(source), envelopeTo: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    connections: () => server.connections,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
