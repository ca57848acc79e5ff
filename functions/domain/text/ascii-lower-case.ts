/**
 * How e-mail addresses and mail domains are compared: the letters A to Z in lower case, everything else as it is. Unicode's
 * own lower case and NFKC turn other letters into ASCII (the Kelvin sign into k, full width into half width): with them an
 * address that belongs to somebody else would pass for a member's.
 */
export const asciiLowerCase = (value: string): string =>
  value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
