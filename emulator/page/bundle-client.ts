/** Bundles what the browser runs, and the styles. */
import { build, type OutputFile, type Plugin } from 'esbuild';

/**
 * Univer's renderer can load the hyphenation of seventy languages, which no cell uses. Bundled, it would be nearly half of what
 * the browser reads at each start.
 */
const withoutHyphenation: Plugin = {
  name: 'without-hyphenation',
  setup({ onLoad, onResolve }) {
    const namespace = 'without-hyphenation';
    onResolve({ filter: /^\.\// }, ({ kind, importer, path }) =>
      kind === 'dynamic-import' && /[\\/]@univerjs[\\/]engine-render[\\/]/.test(importer)
        ? { path, namespace }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: 'export {}' }));
  },
};

/** `root` is the project's folder; nothing is written to `outdir`, which the files are named after. */
export const bundleClient = async (root: string, outdir: string): Promise<readonly OutputFile[]> => {
  const { outputFiles } = await build({
    entryPoints: ['emulator/page/client/main.ts'],
    absWorkingDir: root,
    outdir,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    plugins: [withoutHyphenation],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles;
};
