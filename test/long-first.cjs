/**
 * The order of the suites: those that start processes, a browser or the demonstration run first, so that all workers end at about
 * the same time. Jest knows how long a suite took where it has run before; in a fresh clone it would go by the size of the file.
 */
const { join, sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = ['recorded', 'browser', 'emulator/demo', 'bench', 'flow'].map(
  (folder) => join(__dirname, folder) + sep,
);
const isLong = ({ path, duration }) =>
  duration === undefined && LONG.some((folder) => path.startsWith(folder));

module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
};
