// Installs the npm packages when their lock file is newer and copies the few files that the pages use to wwwroot/lib.
// Run by Frontend.targets on every build; by hand: `node frontend.mjs` in this folder.
import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);

// from node_modules -> below wwwroot/lib; a folder is copied whole. Elsa Studio is not copied: StudioFiles.cs sends it from where it is.
const wanted = {
  'bootstrap/dist/css/bootstrap.min.css': 'bootstrap/bootstrap.min.css',
  'bootstrap-icons/font/bootstrap-icons.min.css': 'bootstrap-icons/bootstrap-icons.min.css',
  'bootstrap-icons/font/fonts': 'bootstrap-icons/fonts',
  'htmx.org/dist/htmx.min.js': 'htmx/htmx.min.js',
};

const library = join('wwwroot', 'lib');
const stamp = join(library, 'versions.txt');
const lock = join('obj', 'frontend.lock');
const longestInstall = 5 * 60_000;

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const isFresh = (path) => changedAt(path) > Math.max(changedAt('package-lock.json'), changedAt('package.json'));
const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

// Two builds at once would delete node_modules under each other's feet; a folder is the one thing made atomically everywhere.
function takeLock() {
  mkdirSync('obj', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - changedAt(lock) > longestInstall) rmSync(lock, { recursive: true, force: true });
      else wait(200);
    }
  }
}

function copy() {
  // Built beside and renamed: a build that reads wwwroot meanwhile sees the old library or the new one.
  const next = join('obj', 'lib.next');
  rmSync(next, { recursive: true, force: true });
  for (const [from, to] of Object.entries(wanted)) cpSync(join('node_modules', from), join(next, to), { recursive: true });
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const versions = Object.entries(packages).filter(([name]) => name).map(([name, { version }]) => `${name.replace('node_modules/', '')} ${version}`);
  writeFileSync(join(next, 'versions.txt'), versions.join('\n') + '\n');
  mkdirSync('wwwroot', { recursive: true });
  rmSync(library, { recursive: true, force: true });
  renameSync(next, library);
}

takeLock();
try {
  if (!isFresh(join('node_modules', '.package-lock.json')))
    execSync('npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 --loglevel=error', { stdio: 'inherit' });
  if (!isFresh(stamp) || changedAt(stamp) < changedAt('frontend.mjs')) copy();
} finally {
  rmdirSync(lock);
}
