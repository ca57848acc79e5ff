/** The bundler writes imported styles into the page. */
declare module '*.css';
