/** What is written of a joint pack, without the side that it is from. */
export function plainText(value: unknown): string {
  return JSON.stringify(value).replaceAll(/(first|second):/g, '');
}
