/** The version of Hachi that runs. */
import { version } from '../package.json';

export const VERSION: string = version;
