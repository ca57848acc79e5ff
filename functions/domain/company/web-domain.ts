/** Reads the domain from a web address, an e-mail address or a host name. */
import { isFreeMail } from './free-mail';

const HOST =
  /^(?:[a-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー](?:[a-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー-]{0,62})\.)+(?:[a-z]{2,24}|xn--[a-z0-9]{2,20})$/u;
/** Second-level labels under which companies register a domain, before the country's own label. */
const SHARED_SECOND_LEVELS = 'co or ne ac go ed gr lg ad com net org edu gov'.split(' ');
const BEFORE_PATH = /^[^/?#\s]+/;

export interface WebDomain {
  /** In lower case, without `www.`. */
  host: string;
  /** The host and the domains above it, down to the registered one: mail.example.co.jp, example.co.jp. */
  domains: readonly string[];
  isEmail: boolean;
}

/** Null where the text is no address. */
export const readWebDomain = (text: string): WebDomain | null => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/, '');
  const address = plain.replace(/^[a-z][a-z0-9+.-]*:\/\//, '');
  const [place = ''] = BEFORE_PATH.exec(address) ?? [];
  const isEmail = place.includes('@');
  const host = place
    .slice(place.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  if (!HOST.test(host)) return null;
  const labels = host.split('.');
  const country = labels[labels.length - 1] ?? '';
  const isShared = country.length === 2 && SHARED_SECOND_LEVELS.includes(labels[labels.length - 2] ?? '');
  const registered = isShared ? 3 : 2;
  if (labels.length < registered) return null;
  const domains = labels.slice(0, labels.length - registered + 1).map((_, at) => labels.slice(at).join('.'));
  return { host, domains, isEmail };
};

/**
 * The domains by which an address identifies a company: the host and those above it. Empty where the text is no address, or
 * belongs to a mail service.
 */
export const companyDomainsIn = (address: string): readonly string[] => {
  const domains = readWebDomain(address)?.domains ?? [];
  return domains.some(isFreeMail) ? [] : domains;
};
