/** What is built from the sources for a deployment, each once a run. */
import { join } from 'node:path';
import { bundleScript } from '../emulator/apps-script/bundle';
import { projectFolder } from '../emulator/project-folder';
import { preparedFiles } from './prepared-folder';

type Files = Readonly<Record<string, string>>;

export interface BuiltFiles {
  /** Of the folder that the service is deployed from. */
  service(): Promise<Files>;
  /** Of the sheets' script, which finds the functions at this address. */
  script(functionsUrl: string): Promise<Files>;
}

/** Each throws where the sources do not build. */
export const openBuiltFiles = (): BuiltFiles => {
  let service: Promise<Files> | undefined;
  const scripts = new Map<string, Promise<Files>>();
  return {
    service: () => {
      service ??= preparedFiles();
      return service;
    },
    script: (functionsUrl) => {
      const script = scripts.get(functionsUrl) ?? bundled(functionsUrl);
      scripts.set(functionsUrl, script);
      return script;
    },
  };
};

const bundled = async (functionsUrl: string): Promise<Files> => {
  const { files } = await bundleScript({ entry: join(projectFolder(), 'apps-script/main.ts'), functionsUrl });
  return files;
};
