/** The bundler writes the styles that a script imports into its page. */
declare module '*.css';
