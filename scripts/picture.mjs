// Draws docs/session.svg: the result of a walkthrough as it stands in a terminal of 80 by 30, out of a real run in tmux.
// `npm run picture`; needs tmux.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [COLUMNS, ROWS] = [80, 30];
const CASE = 'rules/indonesia/scenarios/violence-at-home-kept-secret.yaml';
/** What stands on the notice, on a page whose questions all have an answer, on another question and on the result. */
const [NOTICE, FULL, QUESTION, RESULT] = ['Enter untuk lanjut', 'Semua sudah dijawab', 'Jawaban:', 'LAKUKAN'];
/** Cells and lines in pixels, and what the colours of a terminal look like on the dark ground. */
const CELL = { width: 8.4, height: 19, margin: 18 };
const COLOURS = ['#6e7681', '#ff7b72', '#7ee787', '#e3b341', '#79c0ff', '#d2a8ff', '#76e3ea', '#e6edf3'];
const GROUND = '#0d1117';
const INK = '#e6edf3';

function tmux(socket, ...args) {
  return execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
}

/** Plays the case to its result and gives the screen with its escapes. */
async function play() {
  const home = mkdtempSync(path.join(tmpdir(), 'timbang-picture-'));
  const socket = path.join(home, 'tmux');
  const command = `node ${path.join(ROOT, 'bin', 'timbang.js')} walk --lang id --no-save --answers ${CASE}`;
  try {
    tmux(
      socket,
      'new-session',
      '-d',
      '-x',
      COLUMNS,
      '-y',
      ROWS,
      '-c',
      ROOT,
      '-e',
      `HOME=${home}`,
      '-e',
      'TERM=xterm-256color',
      command,
    );
    for (let turn = 0; turn < 200; turn += 1) {
      const screen = tmux(socket, 'capture-pane', '-p');
      if (screen.includes(RESULT)) return tmux(socket, 'capture-pane', '-p', '-e');
      if (screen.includes(NOTICE) || screen.includes(FULL)) tmux(socket, 'send-keys', 'Enter');
      else if (screen.includes(QUESTION)) tmux(socket, 'send-keys', '1', 'Enter');
      await wait(400);
    }
    throw new Error('the result did not come');
  } finally {
    execFileSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' });
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * The pieces of a line that look alike: what stands there, from which column, bold or not, in which colour. A look goes
 * on into the next line until it is taken back.
 */
function piecesOf(line, look) {
  const pieces = [];
  let column = 0;
  for (const [, codes, text] of line.matchAll(/(?:\u001B\[([0-9;]*)m|^)([^\u001B]*)/g)) {
    for (const code of (codes ?? '1000').split(';').map(Number)) {
      if (code === 0) Object.assign(look, { bold: false, colour: INK });
      else if (code === 1) look.bold = true;
      else if (code === 22) look.bold = false;
      else if (code === 39) look.colour = INK;
      else if (code >= 30 && code <= 37) look.colour = COLOURS[code - 30];
      else if (code >= 90 && code <= 97) look.colour = COLOURS[code - 90];
    }
    if (text.trim() !== '') pieces.push({ text, column, ...look });
    column += text.length;
  }
  return pieces;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function drawn(screen) {
  const lines = screen.trimEnd().split('\n');
  const size = {
    width: Math.ceil(COLUMNS * CELL.width + 2 * CELL.margin),
    height: lines.length * CELL.height + 2 * CELL.margin,
  };
  const look = { bold: false, colour: INK };
  const texts = lines.flatMap((line, row) =>
    piecesOf(line, look).map(({ text, column, bold, colour }) => {
      const blank = text.length - text.trimStart().length;
      // Viewers fold plain blanks.
      const shown = text.trim().replaceAll(' ', '\u00A0');
      const x = (CELL.margin + (column + blank) * CELL.width).toFixed(1);
      const y = CELL.margin + (row + 0.75) * CELL.height;
      const weight = bold ? ' font-weight="bold"' : '';
      return `<text x="${x}" y="${y}" textLength="${(shown.length * CELL.width).toFixed(1)}" fill="${colour}"${weight}>${escape(shown)}</text>`;
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="t">`,
    '<title id="t">The result of a walkthrough in a terminal, in Indonesian</title>',
    `<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const file = path.join(ROOT, 'docs', 'session.svg');
writeFileSync(file, drawn(await play()));
process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
