import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findOfficialFirestore } from '../../../emulator/firestore/official';

const SDK_JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hachi-official-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function file(path: string, text = ''): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  chmodSync(whole, 0o755);
  return whole;
}

/** A home of Java whose command only tells its version. */
function java(version: number): string {
  file(`java-${version}/bin/java`, `#!/bin/sh\necho 'openjdk version "${version}.0.1" 2025-01-01' >&2\n`);
  return join(root, `java-${version}`);
}

const find = (env: NodeJS.ProcessEnv) =>
  findOfficialFirestore({ PATH: '', FIREBASE_EMULATORS_PATH: join(root, 'none'), ...env })?.jar ?? null;

test('the SDK is found by its root, or by gcloud on the path', () => {
  const jar = file(`sdk/${SDK_JAR}`);
  const gcloud = file('sdk/bin/gcloud');
  mkdirSync(join(root, 'bin'));
  symlinkSync(gcloud, join(root, 'bin', 'gcloud'));
  const JAVA_HOME = java(17);
  expect(find({ JAVA_HOME, CLOUDSDK_ROOT: join(root, 'sdk') })).toBe(jar);
  expect(find({ JAVA_HOME, PATH: join(root, 'sdk', 'bin') })).toBe(jar);
  expect(find({ JAVA_HOME, PATH: join(root, 'bin') })).toBe(jar);
  expect(find({ JAVA_HOME })).toBeNull();
});

test('the newest download of firebase-tools serves where there is no SDK, with Java 21', () => {
  file('emulators/cloud-firestore-emulator-v1.9.0.jar');
  const newest = file('emulators/cloud-firestore-emulator-v1.19.8.jar');
  file('emulators/cloud-firestore-emulator-v1.20.0.jar.part');
  const FIREBASE_EMULATORS_PATH = join(root, 'emulators');
  expect(find({ JAVA_HOME: java(21), FIREBASE_EMULATORS_PATH })).toBe(newest);
  expect(find({ JAVA_HOME: java(17), FIREBASE_EMULATORS_PATH })).toBeNull();
  const jar = file(`sdk/${SDK_JAR}`);
  expect(find({ JAVA_HOME: java(21), FIREBASE_EMULATORS_PATH, CLOUDSDK_ROOT: join(root, 'sdk') })).toBe(jar);
});

test('without a fitting Java there is none', () => {
  file(`sdk/${SDK_JAR}`);
  const CLOUDSDK_ROOT = join(root, 'sdk');
  expect(find({ JAVA_HOME: java(11), CLOUDSDK_ROOT })).toBeNull();
  expect(find({ JAVA_HOME: join(root, 'no-java'), CLOUDSDK_ROOT })).toBeNull();
});
