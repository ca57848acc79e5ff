/** One JSON object a line, as Cloud Logging reads it. */

export interface LogEntry {
  severity: 'INFO' | 'WARNING' | 'ERROR';
  message: string;
  /** 32 hexadecimal digits; null when the caller gave none. */
  trace: string | null;
  [fact: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/** Signed tokens and Google's access tokens: an error of some library may quote one. */
const SECRETS = /eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|ya29\.[\w.-]+/g;

export const makeLog =
  (project: string | null, write: (line: string) => void = (line) => void process.stdout.write(line)): Log =>
  ({ trace, ...entry }) => {
    const link =
      project && trace ? { 'logging.googleapis.com/trace': `projects/${project}/traces/${trace}` } : {};
    write(`${JSON.stringify({ ...entry, ...link }).replace(SECRETS, '[token]')}\n`);
  };
