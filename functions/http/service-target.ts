/**
 * The target that is deployed: one service that has every function, each under its name as the first segment of the path
 * (`POST /commands`, `GET /account?id=…`).
 */
export const SERVICE_TARGET = 'hachi';
