/**
 * Mail over SMTP, a connection a message; the only importer of nodemailer.
 * Not verified against Google: how Gmail shows a digest.
 */
import { createTransport } from 'nodemailer';
import {
  type Delivery,
  failedDelivery,
  isNotConnected,
  isUntrusted,
  SENT,
  uncertainDelivery,
} from './delivery';

export interface MailSettings {
  host: string;
  port: number;
  /** `starttls` refuses a server without it; `none` is for a server on this machine. */
  security: 'tls' | 'starttls' | 'none';
  /** Null where the server asks for no sign-in. */
  user: string | null;
  password: string | null;
  /** The sender's address. */
  from: string;
}

export interface OutgoingMail {
  /** An address, without a name. */
  to: string;
  /** The same for the same message, so that a reader's program shows it once. */
  id: string;
  subject: string;
  text: string;
  html: string;
}

interface MailLimits {
  /** The limit of each step until the connection is made, greeted and encrypted. */
  connectMilliseconds: number;
  /** The longest silence of the server while a mail is sent. */
  silenceMilliseconds: number;
  /** Certificates to trust beside those of Node.js, PEM. */
  ca?: string;
}

export type SendMail = (mail: OutgoingMail) => Promise<Delivery>;

const LIMITS: MailLimits = { connectMilliseconds: 10_000, silenceMilliseconds: 20_000 };

/** One address alone: a list of several would send somebody's digest to others. */
const ADDRESS = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/;

/** Opens no connection yet. The function that it gives never throws, and never repeats what the server said, since that may hold addresses. */
export const openMail = (settings: MailSettings, limits: MailLimits = LIMITS): SendMail => {
  const { host, port, security, user, password, from } = settings;
  const { connectMilliseconds, silenceMilliseconds, ca } = limits;
  return async ({ to, id, subject, text, html }) => {
    if (!ADDRESS.test(to)) return failedDelivery('ADDRESS_INVALID');
    const progress = watchProgress();
    const transport = createTransport({
      ...{ host, port, secure: security === 'tls' },
      ...{ requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
      // Else a server that offers no sign-in would get the mail without one.
      ...(user === null ? {} : { auth: { user, pass: password ?? '' }, forceAuth: true }),
      ...(ca === undefined ? {} : { tls: { ca } }),
      dnsTimeout: connectMilliseconds,
      connectionTimeout: connectMilliseconds,
      greetingTimeout: connectMilliseconds,
      socketTimeout: silenceMilliseconds,
      ...{ transactionLog: true, logger: progress.logger },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    try {
      await transport.sendMail({
        from: { name: 'Hachi', address: from },
        to: { name: '', address: to },
        messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...{ subject, text, html },
      });
      return SENT;
    } catch (error) {
      return deliveryOfError(error, progress.hasBegunData());
    } finally {
      transport.close();
    }
  };
};

/** Whether the message itself was on its way: an error that is no answer of the server does not tell it. */
const watchProgress = () => {
  let hasBegun = false;
  const ignore = (): void => {};
  const logger = {
    level: ignore,
    trace: ignore,
    debug: (_entry: unknown, line?: unknown): void => {
      if (line === 'DATA') hasBegun = true;
    },
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
  return { logger, hasBegunData: () => hasBegun };
};

const deliveryOfError = (error: unknown, hasBegunData: boolean): Delivery => {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const code = field('code');
  const reply = field('responseCode');
  const status = typeof reply === 'number' ? reply : null;
  if (code === 'EAUTH' || code === 'ENOAUTH') return failedDelivery('SIGN_IN_REFUSED', status);
  const cause = field('originalCode');
  if (code === 'ETLS' || isUntrusted(cause)) return failedDelivery('INSECURE', status);
  if (status !== null && status >= 400) return failedDelivery('REFUSED', status);
  if (hasBegunData && !isNotConnected(cause)) return uncertainDelivery(status);
  return failedDelivery('UNREACHABLE', status);
};
