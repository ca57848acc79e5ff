/** Builds what a deployment needs from the sources, each once in a run. */
import { join } from 'node:path';
import { bundleScript } from '../emulator/apps-script/bundle';
import { projectFolder } from '../emulator/project-folder';
import { preparedFiles } from './prepared-folder';

type Files = Readonly<Record<string, string>>;

export interface BuiltFiles {
  /** Files of the folder from which the service is deployed. */
  service(): Promise<Files>;
  /** Files of the sheets' script, which calls the functions at this address. */
  script(functionsUrl: string): Promise<Files>;
}

/** Each method throws where the sources do not build. */
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
