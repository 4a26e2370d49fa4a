import { MARGIN, type Setting } from './pdf-page.ts';

const WIDTH = 280;
const HEIGHT = 7;

/**
 * Draws a share of a whole as a bar, which says in words what it shows.
 *
 * @param share from 0 to 1
 * @param words what it is a share of
 */
export function setBar(share: number, words: string, { pdf, parent, indent }: Setting): void {
  const [left, top] = [MARGIN + indent, pdf.y + 1];
  const draw = (): void => {
    pdf.rect(left, top, WIDTH * share, HEIGHT).fill('#555555');
    pdf.rect(left, top, WIDTH, HEIGHT).lineWidth(0.5).stroke('#555555');
  };
  const alt = `${words}: ${Math.round(100 * share)} %`;
  // The types of the package know nothing of the box that it writes.
  const options = { alt, bbox: [left, top, left + WIDTH, top + HEIGHT] } as object;
  parent.add(pdf.struct('Figure', options, draw));
  pdf.fillColor('black').strokeColor('black');
  pdf.y = top + HEIGHT + 6;
}
