export default (): Promise<void> => (globalThis as unknown as { endOfRun(): Promise<void> }).endOfRun();
