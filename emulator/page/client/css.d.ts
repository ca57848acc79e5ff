/** esbuild puts style sheets beside the code. */
declare module '*.css';
