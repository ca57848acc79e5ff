/** esbuild writes imported style sheets beside the code. */
declare module '*.css';
